// Runs inside.py on a Pyodide: node run.mjs PYODIDE CHECKOUT SITE_PACKAGES
import { pathToFileURL } from "node:url";

const [pyodide, checkout, site] = process.argv.slice(2);
const { loadPyodide } = await import(pathToFileURL(`${pyodide}/pyodide.mjs`));
const python = await loadPyodide({ indexURL: pyodide });
for (const [inside, root] of Object.entries({ "/checkout": checkout, "/site": site })) {
  python.FS.mkdirTree(inside);
  python.FS.mount(python.FS.filesystems.NODEFS, { root }, inside);
}
const status = await python.runPythonAsync(`
import os, sys, warnings
warnings.simplefilter("error")
sys.dont_write_bytecode = True
os.chdir("/checkout")
sys.path[:0] = ["/checkout", "/site"]
from tests.pyodide import inside
await inside.main()
`);
process.exit(status);
