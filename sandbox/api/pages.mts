import type { Call } from './call.mjs';
import type { Target } from './target.mjs';

/** Pages outside the REST API: files of documents, and the XML API. They name the company in their query. */
const pages = ['docs/SysAttachment.aspx', 'docs/XMLUpload.aspx'] as const;

type Page = (typeof pages)[number];

export function pageTarget(url: string): Target | undefined {
	const { pathname, searchParams } = new URL(url, 'http://sandbox');
	const page = pages.find((one) => pathname.toLowerCase() === `/${one.toLowerCase()}`);
	const company = parameter(searchParams, '_Division_');
	if (!page || !/^\d{1,10}$/.test(company)) return undefined;
	return { division: Number(company), service: page, endpoint: page };
}

export function isPage({ target }: Pick<Call, 'target'>, page: Page): boolean {
	return target?.service === page;
}

/** The query of a page. */
export function queryOf({ incoming }: Call): URLSearchParams {
	return new URL(incoming.url, 'http://sandbox').searchParams;
}

/** ASP.NET takes names of parameters in any case. */
export function parameter(query: URLSearchParams, name: string): string {
	const wanted = name.toLowerCase();
	return [...query].find(([given]) => given.toLowerCase() === wanted)?.[1] ?? '';
}
