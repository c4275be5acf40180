import { Menu } from '@mantine/core'
import { useThingActions, type Thing } from './ThingActions.tsx'

/** What can be edited about the thing under the pointer, in the map's menu. */
export function ThingMenu({ thing }: { readonly thing: Thing }) {
  const actions = useThingActions(thing)
  return actions.map(({ name, run }) => (
    <Menu.Item key={name} onClick={run}>
      {name}
    </Menu.Item>
  ))
}
