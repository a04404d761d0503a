const HOLDFAST = 'https://holdfast.org/bpmn'

/** A task of a flow in words. */
export interface FlowTaskWords {
  id: string
  name: string
  step: string
  office: string
}

const parsed = (xml: string) => new DOMParser().parseFromString(xml, 'application/xml')

/** The file with the names of its nodes in a language, where it has them. */
export function named(xml: string, language: string): string {
  const file = parsed(xml)
  for (const element of [...file.getElementsByTagName('*')]) {
    const name = element.getAttributeNS(HOLDFAST, `name-${language.split('-')[0]}`)
    if (name) element.setAttribute('name', name)
  }
  return new XMLSerializer().serializeToString(file)
}

/** The tasks of a flow in the order of the file: what the picture shows, for who cannot see it. */
export function tasksOf(xml: string): FlowTaskWords[] {
  return [...parsed(xml).getElementsByTagNameNS('*', 'userTask')].map((task) => ({
    id: task.getAttribute('id') ?? '',
    name: task.getAttribute('name') ?? task.getAttribute('id') ?? '',
    step: task.getAttributeNS(HOLDFAST, 'step') ?? '',
    office: task.getAttributeNS(HOLDFAST, 'office') ?? ''
  }))
}
