import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { liveBell, type Line } from '@/shared/live'

/** A line whose other end is this test. */
class FakeLine implements Line {
  readyState = 0
  private readonly listeners = new Map<string, (() => void)[]>()
  addEventListener(type: string, listener: () => void): void {
    this.listeners.set(type, [...(this.listeners.get(type) ?? []), listener])
  }
  close(): void {
    this.readyState = 2
  }
  say(type: string): void {
    this.listeners.get(type)?.forEach((listener) => listener())
  }
  refuse(): void {
    this.readyState = 2
    this.say('error')
  }
}

const lines: FakeLine[] = []
const changed = vi.fn()
const connect = () => {
  const line = new FakeLine()
  lines.push(line)
  return line
}
const last = () => lines[lines.length - 1]!

beforeEach(() => {
  vi.useFakeTimers()
  lines.length = 0
  changed.mockClear()
})
afterEach(() => vi.useRealTimers())

it('says that something came, and needs no asking from then on', () => {
  const bell = liveBell(changed, connect)
  expect(bell.live.value).toBe(false)
  last().say('open')
  expect(bell.live.value, 'headers alone may have come through a proxy that collects').toBe(false)
  last().say('bell')
  expect(bell.live.value).toBe(true)
  expect(changed).toHaveBeenCalledTimes(1)
})

it('lets the browser open a broken line again while somebody is there, and asks meanwhile', () => {
  const bell = liveBell(changed, connect)
  last().say('bell')
  bell.use()
  last().say('error')
  expect(bell.live.value).toBe(false)
  last().say('open')
  expect(bell.live.value).toBe(true)
  expect(lines).toHaveLength(1)
})

it('keeps no session open that nobody uses: a line that breaks stays closed until somebody moves', () => {
  const bell = liveBell(changed, connect)
  last().say('bell')
  last().say('error')
  expect(last().readyState).toBe(2)
  vi.advanceTimersByTime(3_600_000)
  expect(lines).toHaveLength(1)
  bell.use()
  expect(lines).toHaveLength(2)
})

it('waits longer and longer for a server that refuses', () => {
  const bell = liveBell(changed, connect)
  const waits: number[] = []
  for (let i = 0; i < 9; i++) {
    last().refuse()
    bell.use()
    const before = lines.length
    let waited = 0
    while (lines.length === before) {
      vi.advanceTimersByTime(1_000)
      waited += 1
    }
    waits.push(waited)
  }
  expect(waits).toEqual([5, 10, 20, 40, 80, 160, 300, 300, 300])
})

it('asks once when it is refused, so that whoever was signed out is told', () => {
  liveBell(changed, connect)
  last().say('bell')
  last().refuse()
  expect(changed).toHaveBeenCalledTimes(2)
})

it('gives a line up that lets nothing through', () => {
  const bell = liveBell(changed, connect)
  last().say('open')
  vi.advanceTimersByTime(20_000)
  expect(bell.live.value).toBe(false)
  expect(last().readyState).toBe(2)
})

it('holds no line while the page is hidden, and opens one when it is shown', () => {
  const bell = liveBell(changed, connect)
  last().say('bell')
  bell.show(false)
  expect(last().readyState).toBe(2)
  bell.use()
  expect(lines).toHaveLength(1)
  bell.show(true)
  expect(lines).toHaveLength(2)
})

it('ends with the page', () => {
  const bell = liveBell(changed, connect)
  bell.stop()
  expect(last().readyState).toBe(2)
  bell.use()
  vi.advanceTimersByTime(600_000)
  expect(lines).toHaveLength(1)
})
