import { asProblem } from '@/api/problem'

/** Shown where not even the texts could be loaded; it must do without them, so it speaks both built-in languages. */
export function startFailed(thrown: unknown): void {
  const problem = asProblem(thrown)
  const place = document.getElementById('app')!
  const say = (name: string, text: string) => {
    const element = document.createElement(name)
    element.textContent = text
    place.append(element)
    return element
  }
  place.replaceChildren()
  place.style.cssText = 'max-width:34rem;margin:18vh auto;padding:0 1rem;display:grid;gap:1rem'
  place.setAttribute('role', 'alert')
  say('h1', '服务器暂时无法访问 · The server cannot be reached')
  if (problem.title || problem.detail) say('p', [problem.title, problem.detail].filter(Boolean).join(': '))
  say('button', '重试 · Try again').addEventListener('click', () => location.reload())
}
