import type { Clues, Grade, OpenInvoice, Payment, Proposal } from './proposal';

const bands: Readonly<Record<Grade, readonly [number, number]>> = {
	certain: [90, 100],
	likely: [60, 89],
	possible: [10, 59],
};

/** Grades a proposal: only the amount together with a reference makes it certain. */
export function graded(payment: Payment, invoices: readonly OpenInvoice[], clues: Clues): Proposal {
	const total = invoices.reduce((sum, { amount }) => sum + amount, 0);
	const difference = payment.amount - total;
	const isEarly = invoices.some(({ date }) => (payment.date ?? date) < date);
	const grade = gradeOf(invoices, clues, difference === 0, isEarly);
	const points =
		(clues.named.length > 0 ? 40 : 0) +
		(difference === 0 ? 30 : 0) +
		(clues.relation === 'name' ? 15 : clues.relation === undefined ? 0 : 30) -
		(clues.isAmbiguous ? 10 : 0) -
		(clues.isForeignIban ? 10 : 0) -
		(isEarly ? 10 : 0) -
		3 * (invoices.length - 1);
	const [least, most] = bands[grade];
	return {
		payment: payment.key,
		relation: invoices[0]?.relation ?? '',
		invoices: invoices.map(({ key }) => key),
		grade,
		score: Math.min(most, Math.max(least, points)),
		reasons: reasonsOf(payment, invoices, clues, difference, isEarly),
		difference,
	};
}

function gradeOf(
	invoices: readonly OpenInvoice[],
	{ relation, isForeignIban, named, isAmbiguous }: Clues,
	isEqual: boolean,
	isEarly: boolean,
): Grade {
	if (!isEqual) return 'possible';
	const isDoubtful = isForeignIban || isEarly || isAmbiguous;
	if (named.length === invoices.length) return isDoubtful ? 'likely' : 'certain';
	const isKnown = relation === 'booked' || relation === 'iban';
	return isKnown && !isDoubtful ? 'likely' : 'possible';
}

const known = {
	booked: 'the payment is booked on the same relation',
	iban: 'the IBAN belongs to the relation',
	name: 'the name is similar',
};

function reasonsOf(
	{ amount }: Payment,
	invoices: readonly OpenInvoice[],
	{ relation, isForeignIban, named, isAmbiguous }: Clues,
	difference: number,
	isEarly: boolean,
): string[] {
	const several = invoices.length > 1;
	const isPart = Math.abs(amount - difference) > Math.abs(amount);
	const sum = several
		? `the amounts of ${invoices.length} invoices add up to it`
		: 'the amount is equal';
	const rest = isPart ? 'it pays a part only' : 'it is more than what is open';
	const reasons: Array<string | false | undefined> = [
		difference === 0 ? sum : rest,
		named.length > 0 &&
			(named.length === invoices.length ? 'the text names it' : 'the text names some of it'),
		relation && known[relation],
		isForeignIban && 'the IBAN belongs to another relation',
		isEarly && 'it is older than the invoice',
		isAmbiguous && 'others fit as well',
	];
	return reasons.filter((reason): reason is string => typeof reason === 'string');
}
