import { describe, expect, it, vi } from 'vitest'
import { Problem } from '@/api/problem'
import { useSending } from '@/offboarding/use-sending'

const refusal = (status: number, code: string, fields: string[] = []) =>
  new Problem(status, `/problems/${code}`, 'Refused', '', fields.map((field) => ({ field, code: 'wrong', message: 'is wrong' })))
const failing = (problem: Problem) => async () => {
  throw problem
}

describe('What a form sends', () => {
  it('is told at the fields that the form has, and whole where it has not', async () => {
    const { errors, problem, run } = useSending(['lastDay'])

    await run(failing(refusal(400, 'invalid-request', ['lastDay'])))
    expect(errors.value.map((one) => one.field)).toEqual(['lastDay'])
    expect(problem.value).toBeUndefined()

    await run(failing(refusal(400, 'invalid-request', ['lastDay', 'kind'])))
    expect(problem.value?.errors).toHaveLength(2)
  })

  it('is not offered again once it is of no use', async () => {
    const { over, run } = useSending([])

    await run(failing(refusal(409, 'task-held')))
    expect(over.value).toBe(false)
    await run(failing(refusal(409, 'task-done')))
    expect(over.value).toBe(true)
    await run(failing(refusal(409, 'offboarding-over')))
    expect(over.value).toBe(true)
  })

  it('goes once at a time, and what was refused before is forgotten', async () => {
    const { busy, problem, run } = useSending([])
    await run(failing(refusal(500, 'failed')))
    let answer = () => {}
    const act = vi.fn(() => new Promise<void>((done) => (answer = done)))

    const first = run(act)
    await run(act)
    expect(busy.value).toBe(true)
    expect(problem.value).toBeUndefined()
    answer()
    await first

    expect(act).toHaveBeenCalledTimes(1)
    expect(busy.value).toBe(false)
  })
})
