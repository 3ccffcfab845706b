import type { Icon, ICredentialType, INodeProperties } from 'n8n-workflow';

/** `$self` is resolved one level deep only, so each address is worked out from what the user entered. */
const base =
	'($self["region"] === "custom" ? $self["customUrl"].replace(/\\/+$/, "") : "https://start.exactonline." + $self["region"])';

export class ExactOnlineOAuth2Api implements ICredentialType {
	name = 'exactOnlineOAuth2Api';

	extends = ['oAuth2Api'];

	displayName = 'Exact Online OAuth2 API';

	icon: Icon = {
		light: 'file:../icons/exactOnline.svg',
		dark: 'file:../icons/exactOnline.dark.svg',
	};

	documentationUrl =
		'https://github.com/n8n-nodes-exactonline/n8n-nodes-exactonline/blob/main/docs/connect.md';

	properties: INodeProperties[] = [
		{
			displayName: 'Region',
			name: 'region',
			type: 'options',
			options: [
				{ name: 'Belgium (exactonline.be)', value: 'be' },
				{ name: 'Custom URL', value: 'custom', description: 'A sandbox, or a proxy in between' },
				{ name: 'France (exactonline.fr)', value: 'fr' },
				{ name: 'Germany (exactonline.de)', value: 'de' },
				{ name: 'Netherlands (exactonline.nl)', value: 'nl' },
				{ name: 'Spain (exactonline.es)', value: 'es' },
				{ name: 'United Kingdom (exactonline.co.uk)', value: 'co.uk' },
				{ name: 'United States (exactonline.com)', value: 'com' },
			],
			default: 'nl',
			description: 'The site on which you log in to Exact Online; app and login belong to one site',
		},
		{
			displayName: 'Custom URL',
			name: 'customUrl',
			type: 'string',
			default: '',
			placeholder: 'http://localhost:8500',
			description: 'Address of the server that stands in for Exact Online',
			displayOptions: { show: { region: ['custom'] } },
		},
		{ displayName: 'Grant Type', name: 'grantType', type: 'hidden', default: 'authorizationCode' },
		{
			displayName: 'Authorization URL',
			name: 'authUrl',
			type: 'hidden',
			default: `={{ ${base} + "/api/oauth2/auth" }}`,
		},
		{
			displayName: 'Access Token URL',
			name: 'accessTokenUrl',
			type: 'hidden',
			default: `={{ ${base} + "/api/oauth2/token" }}`,
		},
		{ displayName: 'Base URL', name: 'baseUrl', type: 'hidden', default: `={{ ${base} }}` },
		{ displayName: 'Scope', name: 'scope', type: 'hidden', default: '' },
		{
			displayName: 'Auth URI Query Parameters',
			name: 'authQueryParameters',
			type: 'hidden',
			default: '',
		},
		// Exact wants client ID and secret in the body of the token call.
		{ displayName: 'Authentication', name: 'authentication', type: 'hidden', default: 'body' },
	];
}
