import { z } from 'zod'

// No register of ours is about another century; a slip of the pen in the year is said to who made it.
const inReach = (text: string): boolean => {
  const year = new Date(text).getUTCFullYear()
  return year >= 1900 && year < 2200
}

/** A moment as a client states it, with its offset. */
export const instant = z.iso.datetime({ offset: true }).refine(inReach, 'year')

/** A calendar day. */
export const day = z.iso.date().refine(inReach, 'year')
