import { html, type Html } from '../html.mjs';
import type { SandboxState } from '../state.mjs';

/** What is used of every limit: calls per company, errors per endpoint, token calls. */
export function gauges({ limits, errorLimit, tokens, settings, clock }: SandboxState): Html {
	const now = clock.now();
	const companies = limits.report(now).map(
		({ division, minuteUsed, dayUsed }) =>
			html`<tr>
				<td>${division}</td>
				<td>${gauge(minuteUsed, settings.minuteLimit)}</td>
				<td>${gauge(dayUsed, settings.dayLimit)}</td>
			</tr>`,
	);
	const endpoints = errorLimit
		.report(now)
		.filter(({ count, blockedUntil }) => count > 0 || blockedUntil !== null)
		.map(
			({ division, endpoint, count, blockedUntil }) =>
				html`<tr>
					<td>${division}</td>
					<td>${endpoint}</td>
					<td>${gauge(count, settings.errorLimit)}</td>
					<td class="bad">${blockedUntil ? `blocked until ${clockTime(blockedUntil)}` : ''}</td>
				</tr>`,
		);
	const tokenCalls = tokens.report(now)[0]?.used ?? 0;
	return html`<section>
		<h2>Limits</h2>
		<table>
			<tr>
				<th>Company</th>
				<th>This minute</th>
				<th>Today (UTC)</th>
			</tr>
			${orNone(companies, 3, 'No calls yet')}
		</table>
		<p>Token calls today: ${gauge(tokenCalls, settings.tokenDayLimit)}</p>
		${endpoints.length > 0 ? errorTable(endpoints) : html``}
	</section>`;
}

function errorTable(rows: readonly Html[]): Html {
	return html`<table>
		<tr>
			<th>Company</th>
			<th>Endpoint</th>
			<th>400, 401, 403, 404 in the last hour</th>
			<th></th>
		</tr>
		${rows}
	</table>`;
}

function gauge(used: number, limit: number): Html {
	return html`<meter min="0" max="${limit}" high="${limit * 0.8}" value="${used}"></meter> ${used}
		of ${limit}`;
}

/** The rows, or one row that says why there are none. */
export function orNone(rows: readonly Html[], columns: number, text: string): readonly Html[] {
	if (rows.length > 0) return rows;
	return [
		html`<tr>
			<td colspan="${columns}" class="muted">${text}</td>
		</tr>`,
	];
}

/** Time of day in UTC, as the limits reckon. */
export function clockTime(moment: number): string {
	return new Date(moment).toISOString().slice(11, 19);
}
