import type { CompanyLabel } from '../companies.mjs';
import { html, page, type Html } from '../html.mjs';
import type { SandboxUser } from '../seam.mjs';
import { app } from './app.mjs';

/** The values that the auth request came with and that its form sends back. */
export interface AuthRequest {
	clientId: string;
	redirectUri: string;
	state: string;
}

/** The page on which a person chooses the companies that the app may reach. */
export function consentPage(
	request: AuthRequest,
	user: SandboxUser,
	companies: readonly CompanyLabel[],
): string {
	const target = new URL(request.redirectUri);
	return page(
		'Exact Online sandbox: give access',
		html`<main class="narrow">
			<h1>${app.name} asks for access to your companies</h1>
			<p>Signed in as <strong>${user.fullName}</strong> (${user.email}).</p>
			<form method="post" action="/api/oauth2/auth">
				<fieldset>
					<legend>Companies that the app may reach</legend>
					${companies.map(companyBox)}
				</fieldset>
				${hidden('client_id', request.clientId)} ${hidden('redirect_uri', request.redirectUri)}
				${hidden('state', request.state)}
				<p class="muted">You will be sent back to ${target.host}.</p>
				${target.protocol === 'http:' ? plainHttpNote : html``}
				<p>
					<button class="primary" name="decision" value="allow">Allow</button>
					<button name="decision" value="deny">Deny</button>
				</p>
			</form>
		</main>`,
	);
}

const plainHttpNote = html`<p class="note">
	This redirect address uses http. The sandbox accepts that on your own machine; the real Exact
	Online takes https addresses only.
</p>`;

function companyBox({ code, name, archived }: CompanyLabel): Html {
	const checked = archived ? html`` : html` checked`;
	return html`<label
		><input type="checkbox" name="division" value="${code}" ${checked} /> ${name}
		<span class="muted">${code}${archived ? ', archived' : ''}</span></label
	>`;
}

function hidden(name: string, value: string): Html {
	return html`<input type="hidden" name="${name}" value="${value}" />`;
}

/** What a person sees when the app has asked in a wrong way. */
export function refusalPage(reason: string): string {
	return page(
		'Exact Online sandbox: request refused',
		html`<main class="narrow">
			<h1>This request for access is refused</h1>
			<p>${reason}</p>
		</main>`,
	);
}
