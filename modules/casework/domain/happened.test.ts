import { describe, expect, it } from 'vitest'
import { firstInFuture, happenedColumns } from './happened.ts'

describe('the facts of a case as columns', () => {
  it('leaves out what was left out', () => {
    expect(happenedColumns({})).toEqual({})
    expect(happenedColumns({ how: 'x' })).toEqual({ how_text: 'x' })
  })

  it('keeps a time with its precision: the minute where none is given, unknown where there is no time', () => {
    const at = '2026-11-20T10:00:00.000Z'
    expect(happenedColumns({ happenedFrom: at })).toEqual({ happened_from: new Date(at), happened_precision: 'minute' })
    expect(happenedColumns({ happenedFrom: at, happenedPrecision: 'day' }).happened_precision).toBe('day')
    expect(happenedColumns({ happenedFrom: null, happenedPrecision: 'day' })).toEqual({
      happened_from: null,
      happened_precision: 'unknown',
    })
    expect(happenedColumns({ happenedPrecision: 'hour' })).toEqual({ happened_precision: 'hour' })
    expect(happenedColumns({ happenedTo: at })).toEqual({ happened_to: new Date(at) })
    expect(happenedColumns({ happenedTo: null })).toEqual({ happened_to: null })
  })

  it('takes an empty text and a point that is taken back for nothing', () => {
    expect(happenedColumns({ place: '', how: '', point: null, inquiry: null })).toEqual({
      place_text: null,
      how_text: null,
      latitude: null,
      longitude: null,
      point_precision: null,
      inquiry: null,
    })
    expect(
      happenedColumns({
        place: 'فاس',
        point: { latitude: 34.03, longitude: -5, precision: 'street' },
        inquiry: 'flagrant',
      }),
    ).toEqual({
      place_text: 'فاس',
      latitude: 34.03,
      longitude: -5,
      point_precision: 'street',
      inquiry: 'flagrant',
    })
  })
})

describe('an instant that has not come', () => {
  const now = new Date('2026-11-23T09:00:00Z')
  const at = (minutes: number) => new Date(now.getTime() + minutes * 60_000)

  it('is one that lies further ahead than a clock may err', () => {
    expect(firstInFuture([null, undefined, at(-1), at(5)], now)).toBeUndefined()
    expect(firstInFuture([at(0), at(5 + 1 / 60), at(60)], now)).toEqual(at(5 + 1 / 60))
  })
})
