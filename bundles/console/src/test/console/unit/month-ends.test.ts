import { describe, expect, it } from 'vitest'
import { MOST_DAYS, monthEnds } from '@/models/month-ends'

describe('The days of a back-test', () => {
  it('are the last days of the months from the first to the last', () => {
    expect(monthEnds('2017-11', '2018-02')).toEqual(['2017-11-30', '2017-12-31', '2018-01-31', '2018-02-28'])
    expect(monthEnds('2024-02', '2024-02')).toEqual(['2024-02-29'])
  })

  it('are none where the last month lies before the first, and never more than the server takes', () => {
    expect(monthEnds('2018-02', '2018-01')).toEqual([])
    expect(monthEnds('2010-01', '2020-01')).toHaveLength(MOST_DAYS)
  })
})
