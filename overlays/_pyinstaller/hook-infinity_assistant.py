# SPDX-License-Identifier: MIT
"""What PyInstaller cannot see: modules that are imported when they are needed, and files that they read.

What an extra needs is taken where it is installed. PyInstaller runs this file; nobody imports it.
"""

from PyInstaller.utils.hooks import collect_data_files, collect_submodules, copy_metadata

#: The tests' plugin would bring pytest along, and these hooks PyInstaller.
_LEFT_OUT = ("infinity_assistant._pyinstaller", "infinity_assistant.testing.plugin")

hiddenimports = collect_submodules(
    "infinity_assistant", filter=lambda name: not name.startswith(_LEFT_OUT), on_error="ignore"
)
datas = collect_data_files("infinity_assistant") + copy_metadata("infinity-assistant")
