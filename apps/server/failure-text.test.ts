import { expect, it } from 'vitest'
import { failureText } from './failure-text.ts'

const coded = (code: string, path?: string): Error => Object.assign(new Error(`${code}: failed`), { code, path })

it.each([
  ['a full disk', coded('ENOSPC'), 'The disk is full. Make room where /home/daira lies'],
  ['a full disk of the database', new Error('migration failed', { cause: coded('53100') }), 'The disk is full.'],
  ['a full disk of initdb', new Error('initdb: could not write: No space left on device'), 'The disk is full.'],
  [
    'a folder of another user',
    coded('EACCES', '/var/lib/x'),
    'This user may not write to /var/lib/x. Start as the user',
  ],
  ['a disk for reading only', coded('EROFS'), '/home/daira lies on a disk that cannot be written to.'],
  ['a file in the way', coded('ENOTDIR', '/home/file'), '/home/file is in the way: it is no folder.'],
  ['too many open files', coded('EMFILE'), 'Raise the limit (ulimit -n 4096)'],
  ['several at once', new AggregateError([new Error('one'), new Error('two')]), 'one; two'],
  ['what says itself what to do', new Error('Port 1 is taken.'), 'Port 1 is taken.'],
])('%s is told in a sentence', (_what, error, sentence) => {
  expect(failureText(error, '/home/daira')).toMatch(sentence)
})
