import { CloseButton } from '@mantine/core'

/** Ends what a bar of the map tells. */
export const EndButton = ({ label, onClick }: { readonly label: string; readonly onClick: () => void }) => (
  <CloseButton size="sm" aria-label={label} title={label} onClick={onClick} />
)
