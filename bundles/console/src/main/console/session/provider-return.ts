/** What the identity provider sent back with the browser. */
export interface Returned {
  state: string
  code: string
}

const BACK = 'holdfast.back'

/** Reads it from the address and takes it out of there, so that it stays in no history. */
function read(): Returned | undefined {
  const query = new URLSearchParams(location.search)
  const state = query.get('state')
  if (!state || !(query.has('code') || query.has('error'))) return undefined
  history.replaceState(null, '', `${location.pathname}#/login`)
  return { state, code: query.get('code') ?? '' }
}

let returned = read()

/** Gives it once. */
export function takeReturned(): Returned | undefined {
  const once = returned
  returned = undefined
  return once
}

/** Keeps where to go on while the browser is at the provider. */
export const keepBack = (back: string) => sessionStorage.setItem(BACK, back)

export function takeBack(): string {
  const back = sessionStorage.getItem(BACK) ?? '/'
  sessionStorage.removeItem(BACK)
  return back
}
