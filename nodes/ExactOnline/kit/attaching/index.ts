/** Files of entries: looking which there are, checking a file, attaching it. */
export { attach, sameFile, upload, type Attached } from './attach';
export { existingFiles, type AttachTo, type EntryFile, type EntryFiles } from './entryFiles';
export { prepareFile, type FileLabels, type PreparedFile } from './prepareFile';
export { told, type Told } from './told';
