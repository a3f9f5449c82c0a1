-- SPDX-License-Identifier: MIT
-- Everything the emulator remembers. Moments are milliseconds since 1970 unless a name says `date`.

CREATE TABLE IF NOT EXISTS users (id TEXT PRIMARY KEY, tier TEXT NOT NULL);

CREATE TABLE IF NOT EXISTS keys (
    id TEXT PRIMARY KEY, name TEXT NOT NULL, hash TEXT NOT NULL, prefix TEXT NOT NULL, user_id TEXT NOT NULL,
    created INTEGER NOT NULL, last_used INTEGER, active INTEGER NOT NULL DEFAULT 1, listed INTEGER NOT NULL DEFAULT 1
);
CREATE INDEX IF NOT EXISTS keys_by_hash ON keys (hash);

CREATE TABLE IF NOT EXISTS usage (
    user_id TEXT NOT NULL, date TEXT NOT NULL, endpoint TEXT NOT NULL, created INTEGER NOT NULL,
    requests INTEGER NOT NULL, tokens INTEGER NOT NULL, PRIMARY KEY (user_id, date, endpoint)
);

CREATE TABLE IF NOT EXISTS preferences (user_id TEXT PRIMARY KEY, document TEXT NOT NULL);

CREATE TABLE IF NOT EXISTS conversations (
    key TEXT PRIMARY KEY, row_id TEXT NOT NULL, user_id TEXT NOT NULL, created INTEGER NOT NULL, updated INTEGER NOT NULL,
    messages INTEGER NOT NULL DEFAULT 0, phase TEXT NOT NULL DEFAULT 'intake', title TEXT
);
CREATE INDEX IF NOT EXISTS conversations_by_user ON conversations (user_id);

CREATE TABLE IF NOT EXISTS entries (
    seq INTEGER PRIMARY KEY, id TEXT NOT NULL, conversation TEXT NOT NULL, critical INTEGER NOT NULL, content TEXT NOT NULL,
    type TEXT NOT NULL, importance TEXT NOT NULL, tags TEXT, created INTEGER NOT NULL
);
CREATE INDEX IF NOT EXISTS entries_by_conversation ON entries (conversation, critical);

CREATE TABLE IF NOT EXISTS summaries (seq INTEGER PRIMARY KEY, conversation TEXT NOT NULL, document TEXT NOT NULL);
CREATE INDEX IF NOT EXISTS summaries_by_conversation ON summaries (conversation);

CREATE TABLE IF NOT EXISTS speakers (
    session TEXT PRIMARY KEY, id TEXT NOT NULL, name TEXT, age_group TEXT NOT NULL
);

CREATE TABLE IF NOT EXISTS webhooks (
    seq INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, url TEXT NOT NULL, events TEXT NOT NULL, secret TEXT NOT NULL,
    active INTEGER NOT NULL DEFAULT 1, created INTEGER NOT NULL, last_triggered INTEGER, failures INTEGER NOT NULL DEFAULT 0
);

CREATE TABLE IF NOT EXISTS deliveries (
    id INTEGER PRIMARY KEY, webhook TEXT NOT NULL, url TEXT NOT NULL, event TEXT NOT NULL, body BLOB NOT NULL,
    signature TEXT NOT NULL, created INTEGER NOT NULL, state TEXT NOT NULL, status INTEGER, error TEXT, redelivery_of INTEGER
);

CREATE TABLE IF NOT EXISTS feedback (seq INTEGER PRIMARY KEY, user_id TEXT NOT NULL, created INTEGER NOT NULL, document TEXT NOT NULL);

CREATE TABLE IF NOT EXISTS gaps (
    id TEXT PRIMARY KEY, query TEXT NOT NULL, user_id TEXT NOT NULL, source TEXT, context TEXT, created INTEGER NOT NULL
);

CREATE TABLE IF NOT EXISTS queries (
    seq INTEGER PRIMARY KEY, query TEXT NOT NULL, track TEXT NOT NULL, gap INTEGER NOT NULL, created INTEGER NOT NULL
);

CREATE TABLE IF NOT EXISTS researches (seq INTEGER PRIMARY KEY, topic TEXT NOT NULL, findings INTEGER NOT NULL, took INTEGER NOT NULL);

CREATE VIRTUAL TABLE IF NOT EXISTS knowledge USING fts5 (
    id UNINDEXED, type UNINDEXED, title, content, domain, tags, origin UNINDEXED, tokenize = 'porter unicode61'
);
