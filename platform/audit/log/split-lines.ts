/**
 * The lines of a stream of UTF-8, parted at line feeds only. Node's `readline` will not do for a bundle: it also parts
 * lines at U+2028 and U+2029, which canonical JSON leaves as they are. Bytes that are no UTF-8 become U+FFFD, so that the
 * verifier meets a changed text instead of an exception.
 */
export async function* splitLines(chunks: AsyncIterable<Uint8Array | string>): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true })
  let rest = ''
  for await (const chunk of chunks) {
    const lines = (rest + (typeof chunk === 'string' ? chunk : decoder.decode(chunk, { stream: true }))).split('\n')
    rest = lines.pop() ?? ''
    yield* lines
  }
  rest += decoder.decode()
  if (rest !== '') yield rest
}
