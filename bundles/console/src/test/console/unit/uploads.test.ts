import { describe, expect, it } from 'vitest'
import { unfinished } from '@/knowledge/uploads'

const file = (name: string, size: number, received: number) => ({ id: name, name, size, received, touchedAt: '' })

describe('A file that is chosen again', () => {
  it('goes on with the one of its name and length that is not whole', () => {
    const known = [file('a', 10, 10), file('a', 10, 4), file('b', 10, 4)]

    expect(unfinished(known, { name: 'a', size: 10 })).toBe(known[1])
  })

  it('is a new one where name or length differ, or all of it has arrived', () => {
    const known = [file('a', 10, 10), file('b', 11, 4)]

    expect(unfinished(known, { name: 'a', size: 10 })).toBeUndefined()
    expect(unfinished(known, { name: 'b', size: 10 })).toBeUndefined()
  })
})
