import { notifications } from '@mantine/notifications'
import { useRef, useState } from 'react'
import { Cancelled, type RunningJob } from '../../../analysis/runner.ts'
import type { WorkView } from '../../../analysis/worksheet/work-rows.ts'
import { useApp, useWords } from '../../app-context.ts'

/** Lays pages out and opens them to print: all groups of a view, or one. */
export function usePrinting() {
  const { t, language } = useWords()
  const { commands } = useApp()
  const [printing, setPrinting] = useState<{ readonly done: number; readonly total: number } | null>(null)
  const job = useRef<RunningJob<void> | null>(null)
  const run = async (view: WorkView, group: string | null): Promise<void> => {
    setPrinting({ done: 0, total: 0 })
    try {
      const wish = { format: 'worksheet', language, crews: 1, paper: 'a4', width: 0, work: { view, group } } as const
      job.current = await commands.handOut(wish, ({ done, total }) => setPrinting({ done, total }))
      await job.current.result
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error)
      if (error instanceof Cancelled) notifications.show({ message: t('work.print.cancelled') })
      else notifications.show({ color: 'red', message: t('work.print.failed', { reason }) })
    } finally {
      setPrinting(null)
    }
  }
  return {
    printing,
    print: (view: WorkView, group: string | null) => void run(view, group),
    cancel: () => job.current?.cancel(),
  }
}
