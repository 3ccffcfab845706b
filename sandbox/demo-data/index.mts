import { createCompany } from '../rows/company.mjs';
import type { Company, World } from '../rows/company.mjs';
import { belgianCast } from './belgianCast.mjs';
import type { Cast } from './cast.mjs';
import { fillApprovals } from './approvals.mjs';
import { belgianBookkeeping, dutchBookkeeping } from './bookkeeping.mjs';
import type { Bookkeeping } from './bookkeeping.mjs';
import { demoCompanies } from './companies.mjs';
import { dutchCast } from './dutchCast.mjs';
import { belgianStaff, dutchStaff, fillEmployees } from './employees.mjs';
import type { EmployeePlan } from './employees.mjs';
import { fillEntries } from './entries.mjs';
import { belgianStory, dutchStory, inClosedYear } from './entriesStories.mjs';
import type { Story } from './entriesStories.mjs';
import { fillGeneralEntries } from './generalEntries.mjs';
import type { Masters } from './masters.mjs';
import { belgianMasters } from './mastersBelgian.mjs';
import { dutchMasters } from './mastersDutch.mjs';
import { fillMasters } from './mastersFill.mjs';
import { closePeriods } from './mastersPeriods.mjs';
import { fillMoneyEntries } from './moneyEntries.mjs';
import { relation } from './relation.mjs';
import type { Role } from './relation.mjs';
import { fillScans } from './scans.mjs';
import { closeYear } from './yearEnd.mjs';

let template: World | undefined;

/**
 * The companies that the sandbox starts with; 'empty' leaves out everything inside them. The demo is booked
 * once; every start and reset gets a copy.
 */
export function demoWorld(contents: 'demo' | 'empty'): World {
	if (contents === 'empty') return createWorld('empty');
	template ??= createWorld('demo');
	const companies = [...template.companies].map(([code, company]): [number, Company] => [
		code,
		company.copy(),
	]);
	return { companies: new Map(companies), granted: new Set(template.granted) };
}

function createWorld(contents: 'demo' | 'empty'): World {
	const world: World = { companies: new Map(), granted: new Set() };
	for (const { division, licence, granted } of demoCompanies) {
		const company = createCompany({ ...division }, licence);
		world.companies.set(company.code, company);
		if (granted) world.granted.add(company.code);
	}
	if (contents === 'demo') {
		fill(world.companies.get(2104587), dutch);
		fill(world.companies.get(3012345), belgian);
	}
	return world;
}

/** What a company of the demo is filled with. */
interface Contents {
	cast: Cast;
	masters: Masters;
	staff: readonly EmployeePlan[];
	story: Story;
	bookkeeping: Bookkeeping;
}

const dutch: Contents = {
	...{ cast: dutchCast, masters: dutchMasters },
	...{ staff: dutchStaff, story: dutchStory, bookkeeping: dutchBookkeeping },
};

const belgian: Contents = {
	...{ cast: belgianCast, masters: belgianMasters },
	...{ staff: belgianStaff, story: belgianStory, bookkeeping: belgianBookkeeping },
};

function fill(company: Company | undefined, contents: Contents): void {
	if (!company) return;
	fillRelations(company, contents.cast);
	fillMasters(company, contents.masters);
	fillEmployees(company, contents.staff);
	const { story, bookkeeping } = contents;
	fillEntries(company, story);
	fillEntries(company, inClosedYear(story, bookkeeping.begins, bookkeeping.invoices));
	fillGeneralEntries(company, bookkeeping);
	fillMoneyEntries(company, bookkeeping);
	fillApprovals(company);
	fillScans(company);
	closeYear(company, bookkeeping);
	closePeriods(company, contents.masters);
}

function fillRelations(company: Company, cast: Cast): void {
	const everybody: [Role, readonly string[]][] = [
		['customer', cast.customers],
		['both', cast.both],
		['supplier', cast.suppliers],
		['other', cast.others],
	];
	let index = 0;
	for (const [role, names] of everybody) {
		for (const name of names) {
			const { account, ...below } = relation(company.code, cast, name, role, index);
			company.store('Accounts', [account]);
			company.store('Addresses', below.addresses);
			company.store('BankAccounts', below.bankAccounts);
			company.store('Contacts', below.contacts);
			index += 1;
		}
	}
}
