import type { Entity, Row, Words, Writing } from '../entities/entity.mjs';
import { entityNamed } from '../entities/index.mjs';
import { newGuid } from '../rows/input.mjs';
import { languageTags } from '../rules/messages.mjs';
import { sqlMoment } from '../serverTime.mjs';
import { ODataError } from './failure.mjs';

type Circumstances = Omit<Writing, 'fail' | 'erase'>;

/** A write under way, and a check that refuses it when a rule has failed. */
export interface Begun {
	writing: Writing;
	check(): void;
}

/** Validation errors come together, one a line, as HTTP 500: Exact's way to refuse a record. */
export function begin(circumstances: Circumstances): Begun {
	const failures: Words[] = [];
	const { language } = circumstances.settings;
	const writing: Writing = {
		...circumstances,
		fail: (text) => failures.push(text),
		erase: (entity, rows) => {
			for (const row of rows) erase(stored(entity), row, writing);
		},
	};
	const check = () => {
		if (failures.length === 0) return;
		const text = failures.map((words) => words[language]).join('\r\n');
		throw new ODataError(500, text, languageTags[language]);
	};
	return { writing, check };
}

function stored(name: string): Entity {
	const entity = entityNamed(name);
	if (!entity) throw new Error(`${name} is not stored`);
	return entity;
}

/** Takes a row away, first what it owns; sync clients learn of it from the row that appears in Deleted. */
function erase(entity: Entity, row: Row, writing: Writing): void {
	const { company, user, now } = writing;
	for (const { entity: name, rows } of entity.rules?.owns?.(row, company) ?? []) {
		writing.erase(name, rows);
	}
	company.table(entity.name).remove(String(row[entity.key]));
	if (entity.deletedType === undefined) {
		company.touch();
		return;
	}
	const deleted: Row = {
		ID: newGuid(company, 'Deleted'),
		DeletedBy: user.id,
		DeletedDate: sqlMoment(now),
		EntityKey: row[entity.key],
		EntityType: entity.deletedType,
	};
	company.store('Deleted', [deleted]);
}
