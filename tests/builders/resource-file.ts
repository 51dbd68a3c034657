import type { Resource } from '../../electron/services/program.js';

/** The file behind a resource; nothing when there is none. */
export const fileOf = (resource: Resource | undefined): string => (resource && 'file' in resource ? resource.file : '');
