import { notifications } from '@mantine/notifications'
import { useRef, useState } from 'react'
import { Cancelled, type RunningJob } from '../../../analysis/runner.ts'
import { useApp, useWords, type HandoutWish } from '../../app-context.ts'

interface Making {
  readonly format: HandoutWish['format']
  readonly done: number
  /** 0 = not known yet. */
  readonly total: number
}

/** Makes one hand-out at a time, and tells how it ended. */
export function useMaking() {
  const { t } = useWords()
  const { commands } = useApp()
  const [making, setMaking] = useState<Making | null>(null)
  const job = useRef<RunningJob<void> | null>(null)
  const make = async (wish: HandoutWish): Promise<void> => {
    const { format } = wish
    setMaking({ format, done: 0, total: 0 })
    try {
      job.current = await commands.handOut(wish, ({ done, total }) => setMaking({ format, done, total }))
      await job.current.result
      notifications.show({ message: t('handout.room.made', { format: t(`handout.room.formats.${format}.name`) }) })
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error)
      if (error instanceof Cancelled) notifications.show({ message: t('handout.room.cancelled') })
      else notifications.show({ color: 'red', message: t('handout.room.failed', { reason }) })
    } finally {
      setMaking(null)
    }
  }
  return { making, make: (wish: HandoutWish) => void make(wish), cancel: () => job.current?.cancel() }
}
