'use strict';

/**
 * What the package exports to code that requires it. n8n itself does not: it reads the `n8n` part
 * of package.json and loads the compiled files named there.
 */
module.exports = {
	...require('./dist/credentials/ExactOnlineOAuth2Api.credentials.js'),
	...require('./dist/nodes/ExactOnline/ExactOnline.node.js'),
	...require('./dist/nodes/ExactOnline/ExactOnlineTrigger.node.js'),
};
