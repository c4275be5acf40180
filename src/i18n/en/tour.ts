/** Words of the tour of a first visit. */
export const tour = {
  title: 'Tour',
  of: 'Step {{at}} of {{count}}',
  skip: 'Skip',
  back: 'Back',
  next: 'Next',
  done: 'Done',
  steps: {
    blocks: {
      title: 'Which block first?',
      text: 'The list puts the open blocks in the order of what clearing each would win. The first one holds up most.',
    },
    clear: {
      title: 'Clear it',
      text: 'One press clears the block on the shown day and plays what follows. Undo takes it back.',
    },
    days: {
      title: 'Watch the release run',
      text: 'Play the days: the wave runs from the block to the leading enterprises, and the figures above count up. Press the name of a figure for its formula.',
    },
    why: {
      title: 'Why does it stand still?',
      text: 'Select any card. Its details say why, name the block behind it, and what would change it. Press ? for help, Ctrl K for every action.',
    },
  },
} as const
