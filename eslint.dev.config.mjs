import js from '@eslint/js';
import { defineConfig, globalIgnores } from 'eslint/config';
import { configs as typescript } from 'typescript-eslint';

/**
 * Lint of everything that n8n's own rules (`eslint.config.mjs`, which strict mode wants untouched)
 * do not reach: development code, and what only type information can find in the package.
 */
export default defineConfig(
	globalIgnores(['dist', '.artefacts', 'demo/n8n']),
	// A rule that does not fit is discussed here, not switched off on the spot.
	{ linterOptions: { noInlineConfig: true, reportUnusedDisableDirectives: 'error' } },
	{
		files: ['**/*.{ts,cts,mts}'],
		extends: [js.configs.recommended, typescript.recommendedTypeChecked],
		languageOptions: {
			parserOptions: {
				project: ['./tsconfig.json', './tsconfig.dev.json'],
				tsconfigRootDir: import.meta.dirname,
			},
		},
		rules: {
			eqeqeq: 'error',
			complexity: ['error', 15],
			// The style is 25; a factory is as long as the small functions that it returns together.
			'max-lines-per-function': ['error', { max: 60, skipBlankLines: true, skipComments: true }],
			'@typescript-eslint/consistent-type-imports': 'error',
			'@typescript-eslint/no-unnecessary-condition': 'error',
			'@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
			// A function of an interface may be async because its siblings are.
			'@typescript-eslint/require-await': 'off',
			// There are hardly any classes here whose methods could lose their `this`.
			'@typescript-eslint/unbound-method': 'off',
			'@typescript-eslint/switch-exhaustiveness-check': [
				'error',
				{ considerDefaultExhaustiveForUnions: true },
			],
		},
	},
	{
		// A test file is a list of cases: its outer function is as long as the list.
		files: ['test/**'],
		rules: {
			'max-lines-per-function': 'off',
			// jest types expect.any() and its like as any, also inside of expected objects.
			'@typescript-eslint/no-unsafe-assignment': 'off',
			// A test that compares with "[object Object]" fails, and that is all that happens.
			'@typescript-eslint/no-base-to-string': 'off',
		},
	},
	{
		files: ['**/*.{js,cjs}'],
		extends: [js.configs.recommended],
		languageOptions: {
			sourceType: 'commonjs',
			globals: {
				__dirname: 'readonly',
				__filename: 'readonly',
				console: 'readonly',
				exports: 'writable',
				module: 'writable',
				process: 'readonly',
				require: 'readonly',
			},
		},
	},
);
