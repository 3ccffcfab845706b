/** Markup that is safe to send. */
export interface Html {
	markup: string;
}

type Piece = Html | string | number | null | undefined | ReadonlyArray<Html>;

/** Template tag: whatever is not markup itself is escaped. */
export function html(parts: TemplateStringsArray, ...pieces: Piece[]): Html {
	const markup = parts.map((part, index) => part + written(pieces[index])).join('');
	return { markup };
}

function written(piece: Piece): string {
	if (piece === null || piece === undefined) return '';
	if (typeof piece !== 'object') return escaped(String(piece));
	return 'markup' in piece ? piece.markup : piece.map(({ markup }) => markup).join('');
}

const entities: Readonly<Record<string, string>> = {
	'&': '&amp;',
	'<': '&lt;',
	'>': '&gt;',
	'"': '&quot;',
	"'": '&#39;',
};

function escaped(text: string): string {
	return text.replace(/[&<>"']/g, (character) => entities[character] ?? character);
}

const style = `
	body { font: 15px/1.45 system-ui, sans-serif; margin: 2rem auto; max-width: 68rem; padding: 0 1rem;
		color: #1d2733; background: #f6f7f9; }
	main.narrow { max-width: 34rem; margin: 3rem auto; }
	section, main.narrow { background: #fff; border: 1px solid #dde2e8; border-radius: 8px;
		padding: 1rem 1.25rem; margin-bottom: 1rem; }
	h1 { font-size: 1.4rem; } h2 { font-size: 1.05rem; margin: 0 0 .5rem; }
	h3 { font-size: .95rem; margin: 1rem 0 .25rem; }
	table { border-collapse: collapse; width: 100%; }
	th, td { text-align: left; padding: .25rem .6rem .25rem 0; border-bottom: 1px solid #eceff2;
		vertical-align: top; }
	td.url { font: 12.5px/1.4 ui-monospace, monospace; word-break: break-all; }
	label { display: block; padding: .3rem 0; } .muted { color: #66727f; }
	.bad { color: #b3261e; } .note { background: #fff7df; padding: .5rem .75rem; border-radius: 6px; }
	button { font: inherit; padding: .5rem 1.25rem; border-radius: 6px; border: 1px solid #b9c2cc;
		background: #fff; cursor: pointer; }
	button.primary { background: #c4122f; border-color: #c4122f; color: #fff; }
	meter { width: 9rem; }`;

/** A whole page; nothing is fetched from anywhere else. */
export function page(title: string, body: Html, refreshSeconds?: number): string {
	const refresh = refreshSeconds
		? html`<meta http-equiv="refresh" content="${refreshSeconds}" />`
		: html``;
	const { markup } = html`<!doctype html>
		<html lang="en">
			<head>
				<meta charset="utf-8" />
				<title>${title}</title>
				${refresh}
				<meta name="viewport" content="width=device-width" />
				<style>
					${{ markup: style }}
				</style>
			</head>
			<body>
				${body}
			</body>
		</html> `;
	return markup;
}
