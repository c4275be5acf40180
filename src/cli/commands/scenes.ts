import { estimateWork } from '../../analysis/planners/work-estimate.ts'
import { answerScenes } from '../../analysis/scenes/answer-scenes.ts'
import { sceneText } from '../../i18n/scene-text.ts'
import { textIn } from '../../model/local-text.ts'
import { scenesOf, type Scene, type SceneAnswer } from '../../model/scenes.ts'
import type { Command, CommandContext } from '../command.ts'
import { EXIT } from '../exit-codes.ts'
import { openChain } from '../open-chain.ts'
import { json, refuseWork } from '../planner-question.ts'

/** Exit code 1 when a claim does not hold, so that a story can be checked by a script. */
export const scenes: Command = {
  name: 'scenes',
  declare: (declaration, texts) => {
    declaration.argument('<file>', texts.file).option('--json', texts.options.json)
  },
  run: async (context, [file], options) => {
    const opened = await openChain(context, file!)
    if (!opened) return EXIT.fileHasErrors
    const told = scenesOf(opened.chain)
    refuseWork(context, estimateWork('scenes', { ...opened, scenes: told }))
    const answers = answerScenes(opened.chain, opened.index, told, (done, total) =>
      context.terminal.progress(context.texts.planners.progress, done, total),
    )
    await context.terminal.print(options.json === true ? asJson(told, answers) : asText(context, told, answers))
    const isTrue = answers.every(({ claims }) => claims.every(({ verdict }) => verdict === 'holds'))
    return isTrue ? EXIT.done : EXIT.fileHasErrors
  },
}

function* asJson(told: readonly Scene[], answers: readonly SceneAnswer[]): Iterable<string> {
  yield json(told.map(({ scenario, day }, at) => ({ ...answers[at]!, scenario, day })))
}

function* asText(
  { texts, language }: CommandContext,
  told: readonly Scene[],
  answers: readonly SceneAnswer[],
): Iterable<string> {
  if (told.length === 0) yield `${texts.scenes.none}\n`
  for (const [at, scene] of told.entries()) {
    const answer = answers[at]!
    yield `${at + 1}. ${sceneText(scene.name, answer, language)}  [${scene.id}]\n`
    yield `   ${sceneText(scene.words, answer, language)}\n`
    for (const { claim, verdict } of answer.claims) yield `   ${texts.scenes[verdict]}  ${claim}\n`
    if (textIn(scene.words, language) === '') yield '\n'
  }
}
