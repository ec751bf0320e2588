export { createFileStore, type FileInfo, type FileOwner, type FileStore, type UploadState } from './file-store.ts'
export { createFilesModule } from './files-module.ts'
export { acceptedMediaTypes } from './media-types.ts'
