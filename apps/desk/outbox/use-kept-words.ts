import { useEffect, useRef, useState } from 'react'
import { z } from 'zod'
import { dropDraft, findDraft, keepDraft } from '../drafts.ts'
import { useMe } from '../session/me.tsx'

/** Words being typed: they survive a reload and a crash, on this computer and for this officer alone. */
export function useKeptWords(about: string): readonly [string, (words: string) => void] {
  const { officer } = useMe()
  const name = `words:${officer.id}:${about}`
  const [words, setWords] = useState('')
  const touched = useRef(false)
  useEffect(() => {
    let here = true
    touched.current = false
    void findDraft(name).then((kept) => {
      const parsed = z.string().safeParse(kept)
      if (here && !touched.current && parsed.success) setWords(parsed.data)
    })
    return () => {
      here = false
    }
  }, [name])
  return [
    words,
    (next) => {
      touched.current = true
      setWords(next)
      void (next === '' ? dropDraft(name) : keepDraft(name, next))
    },
  ]
}
