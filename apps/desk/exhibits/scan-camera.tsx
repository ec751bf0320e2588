import { useEffect, useRef, useState } from 'react'
import { useT } from '../i18n/language.tsx'
import classes from './exhibits.module.css'

// The same label stays before the camera for a while; within this it is one scan.
const sameLabel = 2_500
const every = 120
const wide = 640

/** Reads labels from the camera's picture; nothing of the picture leaves this page or is kept. */
export function ScanCamera({ onText }: { readonly onText: (text: string) => void }) {
  const t = useT()
  const video = useRef<HTMLVideoElement>(null)
  const told = useRef(onText)
  const [failed, setFailed] = useState(false)
  useEffect(() => {
    told.current = onText
  })
  useEffect(() => {
    const stop = new AbortController()
    const { signal } = stop
    void watch(video.current, (text) => told.current(text), signal).catch(() => {
      if (!signal.aborted) setFailed(true)
    })
    return () => stop.abort()
  }, [])
  if (failed) return <p role="alert">{t('scan.noCamera')}</p>
  return (
    <div>
      <video ref={video} className={classes['camera']} muted playsInline aria-label={t('scan.cameraPicture')} />
      <p>{t('scan.show')}</p>
    </div>
  )
}

/** Looks at the picture some times a second until it is told to stop. Throws where there is no camera to be had. */
async function watch(
  video: HTMLVideoElement | null,
  onText: (text: string) => void,
  signal: AbortSignal,
): Promise<void> {
  if (!video) return
  const [{ default: code }, stream] = await Promise.all([
    import('jsqr'),
    navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment', width: { ideal: 1280 } } }),
  ])
  try {
    video.srcObject = stream
    await video.play()
    const canvas = document.createElement('canvas')
    const pen = canvas.getContext('2d', { willReadFrequently: true })
    let last = { text: '', at: 0 }
    while (!signal.aborted && pen) {
      const scale = Math.min(1, wide / (video.videoWidth || wide))
      const [width, height] = [Math.round(video.videoWidth * scale), Math.round(video.videoHeight * scale)]
      if (width > 0 && height > 0) {
        Object.assign(canvas, { width, height })
        pen.drawImage(video, 0, 0, width, height)
        const text = code.default(pen.getImageData(0, 0, width, height).data, width, height)?.data.trim()
        const now = performance.now()
        if (text) {
          if (text !== last.text || now - last.at > sameLabel) onText(text)
          last = { text, at: now }
        }
      }
      await new Promise((resolve) => setTimeout(resolve, every))
    }
  } finally {
    for (const track of stream.getTracks()) track.stop()
  }
}
