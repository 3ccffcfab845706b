/** What the XML half of the sandbox can be told to do either way. */
export interface XmlSettings {
	/** Whether the app may use the XML API, and whether there still is one: Exact has announced its end. */
	xmlApi: 'on' | 'refused' | 'gone';
	/** How many Messages an upload is answered with: one for each set, one for each type, one more, none. */
	xmlMessages: 'each' | 'merged' | 'extra' | 'none';
	/** Milliseconds that have to pass from one XML call to the next. */
	xmlPause: number;
	/** How year and period of a write-off are written: in the attribute `number`, or as text as well. */
	writeOffPeriods: 'attribute' | 'either';
}

const usual = { xmlApi: 'on', xmlMessages: 'each' } as const;

export const strictXml: XmlSettings = { ...usual, xmlPause: 1000, writeOffPeriods: 'attribute' };

export const lenientXml: XmlSettings = { ...usual, xmlPause: 0, writeOffPeriods: 'either' };
