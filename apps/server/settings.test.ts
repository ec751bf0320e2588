import { describe, expect, it } from 'vitest'
import { findMismatch } from './installation.ts'
import { webAddress } from './listen-address.ts'
import { isLocal, readSettings } from './settings.ts'

describe('start options', () => {
  it('leave mode and country to the database where they are not given', () => {
    expect(readSettings([])).toEqual({ host: '127.0.0.1', port: 8400 })
  })

  it('are read in both spellings', () => {
    expect(readSettings(['--port', '8500', '--host=0.0.0.0', '--mode=real'])).toEqual({
      host: '0.0.0.0',
      port: 8500,
      mode: 'real',
    })
  })

  it.each([[['--port', 'ninety']], [['--mode', 'both']], [['--colour', 'red']], [['--port']], [['start']]])(
    'that are not understood are answered with the ones there are: %s',
    (args) => {
      expect(() => readSettings(args)).toThrow('npm start -- [--host ADDRESS]')
    },
  )
})

describe('an installation that is there', () => {
  const row = { mode: 'real', country: 'morocco', log_origin: 'daira/one' } as const

  it('is opened as what it is', () => {
    expect(findMismatch(row, {}, 'daira/one')).toBeUndefined()
    expect(findMismatch(row, { mode: 'real', country: 'morocco' }, 'daira/one')).toBeUndefined()
  })

  it('is never opened as something else', () => {
    expect(findMismatch(row, { mode: 'training' }, 'daira/one')).toMatch('a real installation, for ever')
    expect(findMismatch(row, { country: 'testland' }, 'daira/one')).toMatch('the data of morocco')
    expect(findMismatch(row, {}, 'daira/two')).toMatch('belongs to another installation')
  })
})

it('tells this computer from the network', () => {
  expect(['localhost', '127.0.0.1', '127.8.0.1', '::1'].map(isLocal)).toEqual([true, true, true, true])
  expect(['0.0.0.0', '192.168.1.5', '::', 'desk.local', '127.example'].map(isLocal)).toEqual(Array(5).fill(false))
})

it('writes addresses as browsers take them', () => {
  expect(webAddress('https', '::1', 8400)).toBe('https://[::1]:8400')
  expect(webAddress('https', 'desk.local', 443)).toBe('https://desk.local')
})
