/** Every permission, with what it opens: routes of the API and transitions of cases. */
import { generated, table, type House } from '../tidy/index.ts'

export function permissionsDocument(house: House): string {
  const { permissions, contractRoutes, lifecycles } = house.catalogues
  const lines = Object.entries(permissions).map(([name, zh]) => {
    const routes = contractRoutes
      .filter((item) => item.value.permission === name)
      .map((item) => `\`${item.value.method} ${item.value.path}\``)
      .sort()
    // Sorted: in which order a module's exports stand depends on who loads it.
    const steps = lifecycles
      .flatMap(({ value }) =>
        Object.entries(value.transitions)
          .filter(([, item]) => item.permission === name)
          .map(([step, item]) => `${value.name}.${step} ${item.zh}`),
      )
      .sort()
    return [`\`${name}\``, zh, routes.join('<br>'), steps.join('<br>')]
  })
  return generated('Permissions', [
    'A role is a list of permissions; a route demands exactly one, and a transition one.',
    table(['Permission', '中文', 'Routes', 'Transitions'], lines),
  ])
}
