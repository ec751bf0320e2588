import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import sharp from 'sharp'

const run = promisify(execFile)
const frames = 30

/** A camera of the browser under test that films whatever is laid before it. */
export interface LabelCamera {
  /** For the browser: films our file, and asks nobody. */
  readonly browserArgs: readonly string[]
  /** Lays a printed sheet of labels (a PDF) before the camera: askew, on a desk, as a hand would hold it. */
  layDown(sheet: Buffer): Promise<void>
  close(): Promise<void>
}

export async function createLabelCamera(): Promise<LabelCamera> {
  const folder = await mkdtemp(join(tmpdir(), 'daira-camera-'))
  const film = join(folder, 'film.mjpeg')
  await writeFile(film, await filmOf(await sharp({ create: desk }).png().toBuffer()))
  return {
    browserArgs: [
      '--use-fake-ui-for-media-stream',
      '--use-fake-device-for-media-stream',
      `--use-file-for-fake-video-capture=${film}`,
    ],
    layDown: async (sheet) => {
      const pdf = join(folder, 'sheet.pdf')
      await writeFile(pdf, sheet)
      await run('pdftoppm', ['-png', '-r', '150', '-f', '1', '-l', '1', '-singlefile', pdf, join(folder, 'sheet')])
      const label = await sharp(join(folder, 'sheet.png')).flatten({ background: 'white' }).trim().png().toBuffer()
      const paper = await sharp(label)
        .extend({ top: 30, bottom: 30, left: 30, right: 30, background: 'white' })
        .png()
        .toBuffer()
      const askew = await sharp(paper).rotate(6, { background: '#8a7f70' }).png().toBuffer()
      const held = await sharp(askew).resize(600, 440, { fit: 'inside' }).blur(0.6).png().toBuffer()
      await writeFile(
        film,
        await filmOf(
          await sharp({ create: desk })
            .composite([{ input: held }])
            .png()
            .toBuffer(),
        ),
      )
    },
    close: () => rm(folder, { recursive: true, force: true }),
  }
}

const desk = { width: 640, height: 480, channels: 3, background: '#8a7f70' } as const

/** A still picture as a film: JPEG after JPEG. */
async function filmOf(picture: Buffer): Promise<Buffer> {
  const frame = await sharp(picture).removeAlpha().jpeg({ quality: 85 }).toBuffer()
  return Buffer.concat(Array.from({ length: frames }, () => frame))
}
