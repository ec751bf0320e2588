const starts: Readonly<Record<string, readonly (readonly [offset: number, bytes: string])[]>> = {
  'application/pdf': [[0, '255044462d']],
  'image/jpeg': [[0, 'ffd8ff']],
  'image/png': [[0, '89504e470d0a1a0a']],
  'image/webp': [[8, '57454250']],
  'image/tiff': [
    [0, '49492a00'],
    [0, '4d4d002a'],
  ],
  'video/mp4': [[4, '66747970']],
  'audio/mp4': [[4, '66747970']],
  'audio/mpeg': [
    [0, '494433'],
    [0, 'fffb'],
  ],
  'audio/wav': [[8, '57415645']],
  'audio/ogg': [[0, '4f676753']],
  'application/zip': [[0, '504b0304']],
  // Evidence comes in any form: said to be nothing in particular, it is served as nothing that a browser opens.
  'application/octet-stream': [[0, '']],
}

/** Media types that can become part of a record. */
export const acceptedMediaTypes = Object.keys(starts)

/** True where the first bytes are those of the announced type: a name or a header alone proves nothing. */
export function startsAs(mediaType: string, first: Uint8Array): boolean {
  return (starts[mediaType] ?? []).some(([offset, bytes]) =>
    Buffer.from(first.buffer, first.byteOffset, first.byteLength).subarray(offset).toString('hex').startsWith(bytes),
  )
}
