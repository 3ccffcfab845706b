'use strict';

const { mkdirSync } = require('node:fs');
const { join } = require('node:path');

// n8n-core reads and writes settings in its user folder: never the developer's own, and one per
// worker, because the first to start writes a key there.
const folder = join(__dirname, '..', '.artefacts', 'jest', process.env.JEST_WORKER_ID ?? '1');
mkdirSync(folder, { recursive: true });
process.env.N8N_USER_FOLDER = folder;

// n8n-core's dependency injection needs the metadata API before its first import.
require('reflect-metadata');

// Generated cases are the same in every run; FC_SEED tries others.
const fastCheck = require('fast-check');
fastCheck.configureGlobal({ seed: Number(process.env.FC_SEED ?? 20_261_122) });
