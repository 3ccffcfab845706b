const types: Readonly<Record<string, string>> = {
	csv: 'text/csv',
	doc: 'application/msword',
	docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
	gif: 'image/gif',
	jpeg: 'image/jpeg',
	jpg: 'image/jpeg',
	pdf: 'application/pdf',
	png: 'image/png',
	tif: 'image/tiff',
	tiff: 'image/tiff',
	txt: 'text/plain',
	xls: 'application/vnd.ms-excel',
	xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
	xml: 'text/xml',
	zip: 'application/zip',
};

/** The media type that goes with a file's name, in any case; bytes of some kind otherwise. */
export function mediaTypeOf(fileName: string): string {
	const [, extension = ''] = /\.([^.]+)$/.exec(fileName.toLowerCase()) ?? [];
	return types[extension] ?? 'application/octet-stream';
}
