'use strict';

const { require: requireTypeScript } = require('tsx/cjs/api');

// jest transforms test files and what they import, not what runs once before them.
module.exports = () => requireTypeScript('./e2e/setup.cts', __filename).default();
