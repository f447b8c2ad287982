// Made from schemas/ by `npm run docs`; not written by hand.
/** What each function hands back: the document that its command prints with `--format json`. */

/** Result of dangan init / 新建档案的结果 */
export interface InitDocument {
  readonly schema: 'dangan/init@1';
  readonly ok: true;
  /** Absolute path of the archive / 档案的绝对路径 */
  readonly path: string;
  /** Name of the unit / 单位名称 */
  readonly unit: string;
  /** Title of the scoring system / 测评体系名称 */
  readonly title: string;
  /** Path of the scoring system in the archive / 测评体系文件 */
  readonly system: string;
  /** Name of the evidence root / 材料总文件夹 */
  readonly evidence: string;
  /** Folders made / 建立的文件夹数 */
  readonly folders: number;
  /** Folders that hold evidence / 末级文件夹数 */
  readonly leaves: number;
  /** Leaf indicators that do not apply to the unit / 不适用本单位的末级指标数 */
  readonly notApplicable: number;
  /** With --git or --ci: what was written for git and for servers / 加了 --git、--ci 时：为 git 和服务器写了什么 */
  readonly setup?: {
    readonly files: readonly {
      /** Absolute / 绝对路径 */
      readonly path: string;
      /** left: the user's own, not touched / left 表示是用户自己的，没有动 */
      readonly outcome: 'written' | 'there' | 'left';
    }[];
    readonly settings: readonly {
      /** core.quotePath=false */
      readonly setting: string;
      readonly outcome: 'written' | 'there' | 'left';
    }[];
    readonly missing: readonly {
      readonly path: string;
      /** What a file of the user's own lacks / 用户自己的文件里缺的行 */
      readonly lines: readonly string[];
    }[];
  };
}

/** 测评体系的检查结果 / what judging a scoring system found */
export interface ValidateDocument {
  /** 格式及版本 / format and version */
  readonly schema: 'dangan/validate@1';
  /** 没有错误 / no finding is an error */
  readonly ok: boolean;
  /** 问题，按文件和行的次序 / findings, in the order of the file */
  readonly findings: readonly ValidateFinding[];
  /** 合计 / the system in numbers */
  readonly summary: {
    /** 错误数 / errors */
    readonly error: number;
    /** 警告数 / warnings */
    readonly warning: number;
    /** 提示数 / notes */
    readonly info: number;
    /** 其他命令能否使用 / can other commands work with it */
    readonly usable: boolean;
    /** 体系名称 / title of the system */
    readonly title: string;
    /** 指标数 / indicators */
    readonly indicators: number;
    /** 末级指标数 / leaf indicators */
    readonly leaves: number;
    /** 级数 / levels */
    readonly depth?: number;
    /** 总分 / total points, as text */
    readonly total?: string;
    /** 加分项数 / bonus indicators */
    readonly bonus?: number;
    /** 否决条数 / vetoes */
    readonly vetoes?: number;
    /** 材料要求数 / requirements */
    readonly requirements?: number;
    /** 责任科室数 / owners */
    readonly owners?: number;
  };
  /** 整个体系（--show），小数为文字 / the whole system (--show), decimals as text */
  readonly system?: Readonly<Record<string, unknown>>;
}

/** 一个问题 / one finding */
export interface ValidateFinding {
  /** 规则编号 / id of the rule */
  readonly rule: string;
  /** 级别 / how grave */
  readonly severity: 'error' | 'warning' | 'info';
  /** 说明 / in words */
  readonly message: string;
  /** 说明里的数据 / the data in the words */
  readonly params: Readonly<Record<string, unknown>>;
  /** 所属指标 / the indicator it belongs to */
  readonly indicator?: {
    /** 编号 / code */
    readonly code: string;
    /** 编号路径 / path of codes */
    readonly path: string;
  };
  /** 位置，行列都从 1 数起 / place, line and column from 1 */
  readonly at?: {
    /** 文件 / file */
    readonly file: string;
    /** 行 / line */
    readonly line: number;
    /** 列 / column */
    readonly column: number;
  };
  /** 怎么改 / how it can be mended */
  readonly fix?: {
    /** 档次 / tier */
    readonly tier: 'safe' | 'unsafe' | 'proposes';
    /** 说明 / in words */
    readonly summary: string;
  };
  /** 指纹，换行换号不变 / stays the same when lines move */
  readonly fingerprint: string;
}

/** Result of dangan scaffold / 建立文件夹的结果 */
export interface ScaffoldDocument {
  readonly schema: 'dangan/scaffold@1';
  readonly ok: true;
  /** Name of the evidence root / 材料总文件夹 */
  readonly evidence: string;
  /** Folders made / 新建的文件夹 */
  readonly made: readonly string[];
  /** Nothing was changed: what would be made and renamed / 只看不动 */
  readonly dryRun?: true;
  /** Schemas for editors that were written, or replaced by those of this version / 写入或更新的编辑器用格式说明 */
  readonly schemas: readonly string[];
  /** Folders renamed or moved, or to be / 改名或移动的文件夹 */
  readonly renames: readonly {
    readonly from: string;
    readonly to: string;
  }[];
  /** Folders that may hold the evidence of another indicator, and where they would go; not touched / 说不准是哪项指标的文件夹，没有动 */
  readonly doubtful: readonly {
    readonly from: string;
    readonly to: string;
  }[];
  /** Codes of indicators in files of the archive that change with the folders / 档案的各文件里跟着改的指标编号 */
  readonly codes: readonly {
    readonly file: string;
    readonly from: string;
    readonly to: string;
  }[];
  /** Codes that were left as they are, for a person to look at / 说不准、没有改、要人核对的编号 */
  readonly unsure: readonly {
    readonly file: string;
    readonly line: number;
    readonly name: string;
    readonly because: 'gone' | 'several' | 'other-name' | 'no-folder' | 'nowhere';
    /** Name of the indicator that has this code now / 现在用这个编号的指标 */
    readonly now?: string;
  }[];
  /** Were the renames made? / 改名是否已执行 */
  readonly written: boolean;
  /** Renames that cannot be made / 没法改的 */
  readonly refused: readonly {
    readonly from: string;
    readonly to: string;
    readonly because: 'taken' | 'collision' | 'not-portable' | 'needs-unsafe';
  }[];
  /** Folders that are not in the scoring system / 测评体系里没有的文件夹 */
  readonly unknown: readonly string[];
  /** Ids in the journal / 日志编号 */
  readonly entries: readonly string[];
}

/** Result of dangan add / 归入材料的结果 */
export interface AddDocument {
  readonly schema: 'dangan/add@1';
  readonly ok: true;
  /** Nothing was changed / 只看不动 */
  readonly dryRun: boolean;
  /** The indicator, and its path of codes / 指标编号和编号路径 */
  readonly indicator: {
    readonly code: string;
    readonly path: string;
  };
  /** Where the evidence is, in the archive / 所在文件夹 */
  readonly folder: string;
  /** Files filed, or to be / 归入的文件 */
  readonly filed: readonly {
    readonly from: string;
    readonly to: string;
    /** Another paper in its folder that has the same title and other bytes / 同一文件夹里题名相同、内容不同的另一份 */
    readonly sameTitleAs?: string;
    /** Evidence of another indicator with the same bytes / 别的指标里内容相同的材料 */
    readonly sameBytesAs?: string;
  }[];
  /** Files not filed, and why / 没有归入的文件和原因 */
  readonly skipped: readonly {
    readonly from: string;
    readonly because:
      'junk' | 'kept' | 'empty' | 'link' | 'broken' | 'special' | 'garbled' | 'repeated';
    /** The evidence with the same bytes / 内容相同的材料 */
    readonly as?: string;
  }[];
  /** Id in the journal / 日志编号 */
  readonly entry: string | null;
}

/** 检查的结果；检查不成时是 error。The outcome of a check; `error` when there is none. */
export interface CheckDocument {
  readonly schema: 'dangan/check@1';
  /** 没有达到 --fail-on 级别的问题。No finding at or above the level of --fail-on. */
  readonly ok: boolean;
  /** 检查的是什么；就是磁盘上的整个档案时不写。What was judged; absent for all of the folder on the disk. */
  readonly judged?: {
    /** 磁盘、暂存区（--staged）或提交（--ref）。The disk, git's index or a commit. */
    readonly from: 'disk' | 'index' | 'commit';
    /** 用户写的提交。The commit as the user wrote it. */
    readonly ref?: string;
    readonly commit?: string;
    /** 与它相比改动的材料；单份材料的问题只报这些。What it was compared with, and how much of the evidence changed since: of single files only that is told. */
    readonly since?: {
      /** 没有时是上一次提交。Without it, the last commit. */
      readonly ref?: string;
      readonly commit?: string;
      readonly added: number;
      readonly modified: number;
      readonly renamed: number;
      readonly deleted: number;
      /** 设置或测评体系也改动了，所以每份材料的问题都报。The settings or the scoring system changed as well, so every file is told. */
      readonly everything: boolean;
    };
  };
  /** 按 file（按人数数的次序）、at、rule 排列，顺序固定：两次检查同一档案，结果逐字节相同。Sorted by file as people count (2 before 10), place and rule: two runs give equal bytes. */
  readonly findings: readonly CheckFinding[];
  /** 已豁免的问题及其理由，不计入 findings 和 ok。Findings that are let pass, and why; they do not count. */
  readonly waived?: readonly CheckWaived[];
  readonly summary: {
    readonly error: number;
    readonly warning: number;
    readonly info: number;
    /** 已豁免的问题，不在前三个数里。Findings that are let pass; not in the three counts. */
    readonly waived?: number;
    readonly fixable: {
      readonly safe: number;
      readonly unsafe: number;
    };
    readonly files: number;
    readonly folders: number;
    /** 适用本单位、由单位提供材料的末级指标。Leaf indicators that this unit files evidence under. */
    readonly leaves?: number;
    /** 其中还没有材料的。Those of them without any evidence. */
    readonly empty?: number;
    /** 不适用本单位的末级指标。Leaf indicators that do not apply to the unit. */
    readonly notApplicable?: number;
    /** 不在任何末级指标下的材料。Evidence that is under no leaf indicator. */
    readonly outside?: number;
    /** 按哪一个预设列出问题。Which findings are told. */
    readonly preset?: 'clerk' | 'ci' | 'inspector';
    /** 依 dangan.yaml 的 ignore 没有查的文件和文件夹。Files and folders that `ignore` of dangan.yaml leaves out. */
    readonly ignored?: number;
  };
}

export interface CheckFinding {
  /** 规则编号，`dangan explain` 说明它。Id of the rule; `dangan explain` tells about it. */
  readonly rule: string;
  readonly severity: 'error' | 'warning' | 'info';
  /** 用户语言的一句话。A sentence in the user’s language. */
  readonly message: string;
  /** 这句话里的数据。The data in the sentence. */
  readonly params: Readonly<Record<string, unknown>>;
  readonly indicator?: {
    /** 测评体系里的编号。As the scoring system has it. */
    readonly code: string;
    /** 从一级指标起的编号，唯一。The codes from the top, unique: `1/1.1`. */
    readonly path: string;
  };
  /** 档案里的文件或文件夹，从档案文件夹写起，用 / 分隔。The file or folder, from the archive’s folder, with `/`. */
  readonly file?: string;
  /** 说的是哪份材料：题名，不带序号和扩展名；写豁免时用它。Title of what it is about, without ordinal and extension: what a waiver names. */
  readonly title?: string;
  /** 测评体系里的位置。The place in the scoring system. */
  readonly at?: {
    readonly file: string;
    readonly line: number;
    readonly column: number;
  };
  readonly fix?: {
    readonly tier: 'safe' | 'unsafe' | 'proposes';
    readonly summary: string;
  };
  /** 由规则、指标和题名得出，与序号、行号无关。Of rule, indicator and title, not of ordinal or line. */
  readonly fingerprint: string;
}

export interface CheckWaived {
  /** 规则编号，`dangan explain` 说明它。Id of the rule; `dangan explain` tells about it. */
  readonly rule: string;
  readonly severity: 'error' | 'warning' | 'info';
  /** 用户语言的一句话。A sentence in the user’s language. */
  readonly message: string;
  /** 这句话里的数据。The data in the sentence. */
  readonly params: Readonly<Record<string, unknown>>;
  readonly indicator?: {
    /** 测评体系里的编号。As the scoring system has it. */
    readonly code: string;
    /** 从一级指标起的编号，唯一。The codes from the top, unique: `1/1.1`. */
    readonly path: string;
  };
  /** 档案里的文件或文件夹，从档案文件夹写起，用 / 分隔。The file or folder, from the archive’s folder, with `/`. */
  readonly file?: string;
  /** 说的是哪份材料：题名，不带序号和扩展名；写豁免时用它。Title of what it is about, without ordinal and extension: what a waiver names. */
  readonly title?: string;
  /** 测评体系里的位置。The place in the scoring system. */
  readonly at?: {
    readonly file: string;
    readonly line: number;
    readonly column: number;
  };
  readonly fix?: {
    readonly tier: 'safe' | 'unsafe' | 'proposes';
    readonly summary: string;
  };
  /** 由规则、指标和题名得出，与序号、行号无关。Of rule, indicator and title, not of ordinal or line. */
  readonly fingerprint: string;
  /** 凭什么豁免：waivers.yaml 里说明了理由，或者定基线时已有。By what: a reason in waivers.yaml, or being there when the baseline was drawn. */
  readonly waivedBy: {
    readonly kind: 'waiver' | 'baseline';
    readonly reason?: string;
    readonly owner?: string;
    /** 最后一天。The last day. */
    readonly until?: string;
    /** 写在哪里。Where it is written. */
    readonly at?: {
      readonly file: string;
      readonly line: number;
      readonly column: number;
    };
  };
}

/** 还差哪些材料；问不成时是 error。What is owed; `error` when the question could not be asked. */
export interface StatusDocument {
  readonly schema: 'dangan/status@1';
  /** 问到了；差不差材料看 complete。The question was answered; whether anything is owed is told by `complete`. */
  readonly ok: true;
  /** 问到的范围里没有逾期、欠缺、超出、待核对的。Within what was asked for nothing is late, short, over or for a person to judge. */
  readonly complete: boolean;
  /** 按哪一天判断。The day that it was judged on. */
  readonly today: string;
  /** 末级指标，按测评体系的顺序。Leaf indicators in the order of the scoring system. */
  readonly indicators: readonly StatusLeaf[];
  readonly vetoes: readonly StatusVeto[];
  readonly summary: {
    readonly requirements: StatusCounts;
    readonly indicators: StatusCounts;
    /** 还要办的末级指标的分值之和，不含加分项。Points of the leaf indicators that need something done, bonus aside. */
    readonly pointsToDo: string;
    readonly spare: number;
  };
}

/** 已齐、超出、欠缺、逾期、未到期、不适用、待核对、非材料。Met; more than allowed; not enough; not enough and overdue; not due yet; not applicable; for a person to judge; not from files. */
export type StatusState =
  'met' | 'over' | 'short' | 'late' | 'open' | 'exempt' | 'person' | 'outside';

/** 各种状态的个数；可以没有、也确实没有的不计。How many are in each state; what may be left out and is, is not counted. */
export interface StatusCounts {
  readonly met: number;
  readonly over: number;
  readonly short: number;
  readonly late: number;
  readonly open: number;
  readonly exempt: number;
  readonly person: number;
  readonly outside: number;
}

export interface StatusLeaf {
  readonly indicator: {
    /** 测评体系里的编号。As the scoring system has it. */
    readonly code: string;
    /** 从一级指标起的编号，唯一。The codes from the top, unique: `1/1.1`. */
    readonly path: string;
  };
  readonly name: string;
  /** 是不是加分项。Is it a bonus indicator. */
  readonly bonus: boolean;
  /** 材料应放的文件夹，从档案文件夹写起。The folder that its evidence belongs in. */
  readonly folder?: string;
  readonly state: StatusState;
  readonly points?: string;
  readonly owners: readonly string[];
  readonly requirements: readonly StatusRequirement[];
  readonly lacks: readonly StatusLack[];
  readonly exemption?: string;
  /** 没有算进任何一条要求、也看不出为什么的材料。Evidence that counts for nothing, and nothing tells why. */
  readonly spare: readonly StatusEvidence[];
}

export interface StatusRequirement {
  readonly id?: string;
  readonly title: string;
  readonly kind: readonly string[];
  readonly state: StatusState;
  /** 能算的有多少，单位见 counts。How many count, in units of `counts`. */
  readonly found: number;
  readonly wanted: {
    readonly min: number;
    readonly max?: number;
  };
  readonly counts: 'files' | 'activities' | 'periods' | 'occasions' | 'parts';
  readonly evidence: readonly StatusEvidence[];
  readonly periods: readonly {
    /** 2020-Q1、2020-03、2020-H1、2020，或起止日。Or first and last day. */
    readonly label: string;
    readonly from: string;
    readonly to: string;
    readonly state: StatusState;
    readonly found: number;
  }[];
  readonly lacks: readonly StatusLack[];
  readonly parts: readonly StatusRequirement[];
  readonly exemption?: string;
  readonly owners?: readonly string[];
}

export interface StatusLack {
  readonly is:
    | 'none'
    | 'count'
    | 'over'
    | 'kind'
    | 'period'
    | 'occasion'
    | 'characters'
    | 'caption'
    | 'window'
    | 'date'
    | 'submitted'
    | 'state'
    | 'shows'
    | 'avoids'
    | 'condition'
    | 'per'
    | 'sample'
    | 'same-day'
    | 'other-kind'
    | 'unsure'
    | 'no-window'
    | 'proof';
  /** 用户语言的一句话。A sentence in the user’s language. */
  readonly message: string;
  /** 说的是哪份材料。The evidence that it is about. */
  readonly path?: string;
  /** 说的是哪一期。The period that it is about. */
  readonly period?: string;
  /** 看不出日期、或跨几期的材料，可能是哪几期的。The periods, lacking otherwise, that evidence without a clear date may be of. */
  readonly periods?: readonly string[];
}

export interface StatusEvidence {
  /** 从档案文件夹写起；网址是台账的路径加 # 和条目的序号。From the archive’s folder; of a link, the ledger’s path, # and the number of its entry. */
  readonly path: string;
  readonly title: string;
  readonly date?: {
    readonly days: string;
    /** 台账、文件名、文件夹、文档属性、照片。Where it is known from. */
    readonly source: 'ledger' | 'name' | 'folder' | 'document' | 'exif';
  };
  readonly kinds: readonly string[];
}

export interface StatusVeto {
  readonly code: string;
  readonly text: string;
  readonly state: StatusState;
  /** 没有人写明时没有这一项。Left out where nobody has said. */
  readonly occurred?: boolean;
  readonly window?: string;
}

/** 自评分：本单位照材料自己算的，不是测评组的结论；算不成时是 error。The self score, the unit’s own reckoning and not the verdict; `error` when there is none. */
export interface ScoreDocument {
  readonly schema: 'dangan/score@1';
  readonly ok: true;
  /** 按哪一天算。The day on which it was reckoned. */
  readonly today: string;
  readonly system: {
    readonly title: string;
    readonly edition?: string;
  };
  /** 自评分不是结论。That it is not the verdict. */
  readonly notice: string;
  /** 测评体系有没有分值。Whether the scoring system gives points. */
  readonly scored: boolean;
  /** 基本分。Base indicators. */
  readonly base: ScoreTally;
  /** 加分；应得是申报了、材料支持的，没争取到的不算失分。Bonus; at stake is what was claimed and counts, and what nobody has claimed is nothing lost. */
  readonly bonus: {
    readonly atStake: string;
    readonly earned: string;
    readonly lost: string;
    readonly undecided: string;
    readonly most?: string;
  };
  /** 应得是基本分的，加分另计。At stake is what the base is worth; bonus comes on top. */
  readonly total: ScoreTally;
  /** 到今天为止：只算已经到期的；都到期了就没有这一项。As far as it has fallen due; absent where all of it has. */
  readonly toDate?: ScoreTally;
  /** 不适用的不计入时，折合体系总分。Brought to the system’s total where something is left out. */
  readonly converted?: string;
  readonly losses: readonly ScoreLoss[];
  /** 按测评方法，写明各占多少时才有。By method of assessment, where the system says its share. */
  readonly methods: readonly {
    readonly method: string;
    /** 占总分几成，0.4 是四成。Of the total: 0.4 is 40%. */
    readonly share: string;
    readonly atStake: string;
    readonly earned: string;
    readonly lost: string;
    readonly undecided: string;
  }[];
  readonly bands: readonly {
    readonly name: string;
    readonly from: string;
    /** 第一级各项的得分率都不低于多少。Share that each indicator of the first level has to earn. */
    readonly each?: string;
    /** 另外要求其中几项不低于多少。What single indicators have to earn besides. */
    readonly parts?: readonly {
      /** 编号路径，或编号。Path of codes, or code. */
      readonly indicator: string;
      /** 得分率如 90%，或分数。A share such as 90%, or points. */
      readonly least: string;
    }[];
    /** 要求多少项达到哪个等次，现在有几项。How many indicators have to reach a grade, and how many do. */
    readonly grades?: readonly {
      /** 标记或编号；空的是全部。Marks or codes; empty for all. */
      readonly of: readonly string[];
      readonly grade: string;
      /** 比例如 90%，或几项。A share such as 90%, or so many. */
      readonly least: string;
      /** 适用的共几项。Those that apply. */
      readonly all: number;
      readonly reached: number;
      /** 待定的都得到时。If what is undecided comes out well. */
      readonly reachable: number;
    }[];
    readonly on: 'total' | 'self';
    readonly reached: boolean;
    /** 待定的都得到就达到。Reached if what is undecided comes out well. */
    readonly reachable: boolean;
    /** 因一票否决不能评；null：还没有人写有没有发生。By a veto; null: nobody has said. */
    readonly barred?: boolean | null;
  }[];
  readonly vetoes: readonly {
    readonly code: string;
    readonly text: string;
    readonly effect: 'disqualify' | 'bar-top' | 'zero';
    readonly indicator?: string;
    /** null：还没有人写。Nobody has said. */
    readonly occurred: boolean | null;
  }[];
  readonly disqualified: boolean | null;
  /** scores.yaml 里高于材料能支持的。Entries above what the evidence bears. */
  readonly overclaims: readonly {
    readonly indicator: string;
    readonly criterion?: string;
    readonly claimed: string;
    readonly supported: string;
    readonly by: string;
    readonly at: {
      readonly file: string;
      readonly line: number;
      readonly column: number;
    };
  }[];
  readonly indicators: readonly ScoreIndicator[];
  /** 加了 --by-owner 才有，照体系里的先后。With --by-owner only, in the order of the system. */
  readonly owners?: readonly {
    readonly name: string;
    readonly atStake: string;
    readonly earned: string;
    readonly lost: string;
    readonly undecided: string;
  }[];
}

/** 应得 = 自评 + 失分 + 待定，一分不差；待定的要由人定，或者还没有到期。At stake is earned, lost and undecided together, exactly; a person has to decide what is undecided, or it is not due yet. */
export interface ScoreTally {
  readonly atStake: string;
  readonly earned: string;
  readonly lost: string;
  readonly undecided: string;
}

export interface ScoreLoss {
  /** 0：只是还要人填，分已经算在别的原因里。0: only an answer is wanted, the points stand with other reasons. */
  readonly points: string;
  /** 还可能得到。May still be earned. */
  readonly undecided: boolean;
  readonly why: string;
  /** 用户语言的一句话，写明怎么办。A sentence in the user’s language, with what to do. */
  readonly message: string;
  readonly criterion?: string;
}

export interface ScoreGain {
  readonly points: string;
  readonly criterion?: string;
  /** 依据的材料，从档案文件夹写起；链接是台账加 # 和第几条。Paths of the evidence; of a link, the ledger with # and its number. */
  readonly evidence: readonly string[];
  /** scores.yaml 里谁定的。What people said in scores.yaml. */
  readonly said: readonly {
    readonly by: string;
    readonly on: string;
    readonly because: string;
    readonly line: number;
  }[];
}

export interface ScoreIndicator {
  readonly code: string;
  /** 编号路径，唯一。The path of codes, unique. */
  readonly path: string;
  readonly name: string;
  readonly bonus: boolean;
  /** 有没有分值。Whether it has points. */
  readonly scored: boolean;
  /** 不适用。Does not apply. */
  readonly exempt: boolean;
  readonly atStake: string;
  readonly earned: string;
  readonly lost: string;
  readonly undecided: string;
  readonly most?: string;
  readonly toDate?: ScoreTally;
  readonly criteria: readonly {
    readonly code: string;
    readonly atStake: string;
    readonly earned: string;
    readonly lost: string;
    readonly undecided: string;
  }[];
  readonly gains: readonly ScoreGain[];
  readonly losses: readonly ScoreLoss[];
  readonly children: readonly ScoreIndicator[];
}

/** dangan fix --format json 的输出，也是 -o 存下、--plan 读入的文件 / output of dangan fix --format json, and the file that -o writes and --plan reads */
export interface PlanDocument {
  readonly schema: 'dangan/plan@1';
  /** 写入之后没有错误级问题；只列方案时总是 true / no errors are left after writing; always true when only shown */
  readonly ok: boolean;
  /** 做方案时全部名称和测评体系的摘要，不符就不执行 / digest of every name and of the scoring system when the plan was made; it is refused for any other state */
  readonly tree: string;
  readonly changes: readonly (
    | {
        readonly do: 'create-folder';
        /** 相对于档案的路径，用 / 分隔 / path in the archive, with / between the parts */
        readonly path: string;
        /** 提出这项改动的规则 / rules that ask for it */
        readonly why: readonly string[];
      }
    | {
        readonly do: 'move';
        readonly of: 'file' | 'folder';
        /** 相对于档案的路径，用 / 分隔 / path in the archive, with / between the parts */
        readonly from: string;
        /** 相对于档案的路径，用 / 分隔 / path in the archive, with / between the parts */
        readonly to: string;
        /** 提出这项改动的规则 / rules that ask for it */
        readonly why: readonly string[];
      }
    | {
        readonly do: 'trash';
        readonly of: 'file' | 'folder';
        /** 相对于档案的路径，用 / 分隔 / path in the archive, with / between the parts */
        readonly path: string;
        /** 提出这项改动的规则 / rules that ask for it */
        readonly why: readonly string[];
      }
    | {
        readonly do: 'rewrite';
        /** 相对于档案的路径，用 / 分隔 / path in the archive, with / between the parts */
        readonly path: string;
        readonly text: string;
        /** 提出这项改动的规则 / rules that ask for it */
        readonly why: readonly string[];
      }
  )[];
  /** 没有列入的改法和原因 / mends that were left out, and why */
  readonly refused: readonly {
    readonly rule: string;
    /** 相对于档案的路径，用 / 分隔 / path in the archive, with / between the parts */
    readonly path: string;
    /** 相对于档案的路径，用 / 分隔 / path in the archive, with / between the parts */
    readonly to: string;
    readonly because: 'taken' | 'collision' | 'not-portable' | 'needs-unsafe';
    /** 相对于档案的路径，用 / 分隔 / path in the archive, with / between the parts */
    readonly by?: string;
  }[];
  /** 方案改不了、要由人处理的问题，形式同 check / findings that the plan does not mend, as in check */
  readonly left: readonly {
    readonly rule: string;
    readonly severity: string;
    readonly message: string;
    readonly fingerprint: string;
  }[];
  readonly summary: {
    readonly created: number;
    readonly renamed: number;
    readonly moved: number;
    readonly trashed: number;
    readonly added: number;
    readonly replaced: number;
    readonly rewritten: number;
    readonly refused: number;
    /** 因问题已豁免或在基线内而没有列入的改法 / mends left out because what they are about is let pass */
    readonly spared?: number;
    readonly left: number;
  };
  /** 序号相同的几份里保留序号的那一份，和为什么 / of several papers with one ordinal, the one that keeps it, and why */
  readonly kept?: readonly {
    /** 相对于档案的路径，用 / 分隔 / path in the archive, with / between the parts */
    readonly path: string;
    /** 最先提交的；分不出先后时按名称 / committed first; by name where git does not tell */
    readonly because: 'committed-first' | 'name';
    /** 哪一天提交的，北京时间 / the day of that commit, in Beijing */
    readonly on?: string;
  }[];
  /** 已执行时，日志中的编号 / id in the journal, when it was carried out */
  readonly entry?: string;
}

/** dangan log --format json 的输出，旧的在前；undo 的输出只有它自己那一条 / output of dangan log --format json, oldest first; that of undo has its own entry only */
export interface LogDocument {
  readonly schema: 'dangan/log@1';
  readonly ok: true;
  readonly entries: readonly {
    /** 日期加序号，按先后排列 / the day and a number; sorts by age */
    readonly id: string;
    /** 做这次改动的命令 / the command */
    readonly verb: string;
    readonly day: string;
    /** 日志写下的时刻，世界时 / when the record was written, in UTC */
    readonly at: string;
    /** 涉及多少文件和文件夹、在哪里；只有 log 给出 / how many files and folders, and where; given by log only */
    readonly touched?: {
      readonly files: number;
      readonly folders: number;
      readonly places: readonly string[];
      /** 改的是哪份材料的哪几项，或哪项指标的分；只改这些时才有 / what was set of which paper or indicator; empty for other changes */
      readonly said: readonly {
        readonly of: string;
        readonly keys: readonly string[];
      }[];
    };
    /** 撤销时跳过的有几处 / how many things an undo passed over */
    readonly skipped?: number;
    /** 撤销的是哪一次 / what it took back */
    readonly undoes?: string;
    /** 被哪一次撤销 / what took it back */
    readonly undoneBy?: string;
    readonly counts: {
      readonly created: number;
      readonly renamed: number;
      readonly moved: number;
      readonly trashed: number;
      readonly added: number;
      readonly replaced: number;
      readonly rewritten: number;
    };
    readonly steps: number;
    readonly done: number;
    /** 完成、中断、已撤销、停在中途 / finished, interrupted, taken back, left as it stands */
    readonly state: 'finished' | 'unfinished' | 'undone' | 'closed';
  }[];
}

/** 页脚标注了哪些文档，哪些没有、为什么。Which documents bear their names in their footers, which do not, and why. */
export interface StampDocument {
  readonly schema: 'dangan/stamp@1';
  readonly ok: true;
  /** false 时只是方案，什么都没有动。Only a plan when false: nothing was changed. */
  readonly write: boolean;
  /** 页脚的写法。What stands in the footers. */
  readonly template: string;
  /** 按档案里的次序。In the order of the archive. */
  readonly files: readonly StampFile[];
  readonly summary: {
    /** 标注的份数，连同转换的。Those stamped, the converted ones included. */
    readonly stamped: number;
    readonly converted: number;
    /** 已经标注过，没有动。They bear their names already. */
    readonly same: number;
    readonly left: number;
    /** 没有标注的，按原因计数。Those left as they are, by reason. */
    readonly because: Readonly<Record<string, number>>;
  };
  /** 日志编号；没有改动时为 null。Id in the journal; null when nothing was changed. */
  readonly entry: string | null;
}

export interface StampFile {
  /** 相对于档案的路径。Path in the archive, with / between the parts. */
  readonly file: string;
  /** 实际格式，同 identify。What it really is, as identify tells it. */
  readonly format: string | null;
  /** 标注（或将标注）、已标注过、不标注。Stamped (or to be stamped), borne already, left. */
  readonly did: 'stamped' | 'same' | 'left';
  /** 页脚上的文字。The text of the footer. */
  readonly text?: string;
  /** 换下的旧标注。Earlier texts of ours that it replaces. */
  readonly before?: readonly string[];
  /** 转换后的文件名，在同一文件夹。The name it has when converted, in the same folder. */
  readonly becomes?: string;
  readonly because?: StampBecause;
  readonly detail?: string;
}

/** old 旧格式、unsupported 写不了页脚的格式、no-footer 没有页脚、empty 空文件、protected 限制编辑、signed 有签名、encrypted 有密码、pdf-a、damaged 损坏、no-pages 没有页、too-large 太大、no-room 正文下面没有地方、no-glyph 没有字形、absent 只是占位；open 打开着、changed 刚被改动、unreadable 读不出、gave-up 太费时、not-converted 转换不了、name-taken 名称被占用。Why it was left. */
export type StampBecause =
  | 'old'
  | 'unsupported'
  | 'no-footer'
  | 'empty'
  | 'protected'
  | 'signed'
  | 'encrypted'
  | 'pdf-a'
  | 'damaged'
  | 'no-pages'
  | 'too-large'
  | 'no-room'
  | 'no-glyph'
  | 'absent'
  | 'open'
  | 'changed'
  | 'unreadable'
  | 'gave-up'
  | 'not-converted'
  | 'name-taken';

/** 写出的目录；没有写成时见 error.schema.json。The catalogue that was written; when none was, see error.schema.json. */
export interface CatalogueDocument {
  readonly schema: 'dangan/catalogue@1';
  readonly ok: true;
  /** 写出的文件，完整路径。The file, absolute. */
  readonly path: string;
  /** 卷内文件目录、归档文件目录、照片目录、案卷目录。What is listed. */
  readonly kind: 'volume' | 'filed' | 'photos' | 'volumes';
  /** 怎样算一卷。What a volume is made of. */
  readonly per: 'folder' | 'indicator' | 'part' | 'archive';
  /** 目录份数，每份另起一页。Lists, each from a page of its own. */
  readonly lists: number;
  /** 列入的材料份数。Evidence that is listed. */
  readonly files: number;
  /** 列入的网址。Links that are listed. */
  readonly links: number;
  /** 不知道页数的材料。Evidence whose pages are not known. */
  readonly unpaged: number;
  /** 看不出日期的材料。Evidence whose date is not known. */
  readonly undated: number;
  /** 没有档号的材料。Evidence without archival code. */
  readonly uncoded: number;
  /** 不在末级指标文件夹里、因此没有列入的文件（全档案）。Files of the archive that are in no leaf indicator’s folder. */
  readonly unlisted: number;
}

/** dangan bind --format json */
export interface BindDocument {
  readonly schema: 'dangan/bind@1';
  /** Was a file written? */
  readonly ok: boolean;
  /** Of the file that was written, absolute. */
  readonly path: string | null;
  readonly items: number;
  /** Of evidence, without cover and contents. */
  readonly pages: number;
  /** 原来不知道页数的材料，这次数出来的。Evidence whose pages nobody knew, and how many they are. */
  readonly counted: readonly {
    /** From the archive's folder. */
    readonly file: string;
    readonly pages: number;
  }[];
  /** Of the journal, with --record-pages; null when no ledger was changed. */
  readonly entry: string | null;
  /** What a page stands in for. */
  readonly leftOut: readonly {
    /** From the archive's folder. */
    readonly file: string;
    readonly because:
      | 'link'
      | 'encrypted'
      | 'absent'
      | 'empty'
      | 'unreadable'
      | 'no-pages'
      | 'not-printable'
      | 'unknown'
      | 'no-office'
      | 'not-converted'
      | 'too-large';
  }[];
}

/** dangan pack --format json 的输出 / output of dangan pack --format json */
export interface PackDocument {
  readonly schema: 'dangan/pack@1';
  readonly ok: boolean;
  /** 打成一个包时 / when there is one */
  readonly bundle?: {
    /** 迎检包的绝对路径 / absolute path of the bundle */
    readonly path: string;
    readonly name: string;
    readonly form: 'zip' | 'folder';
    /** 文件个数，台账也算 / files of the payload, ledgers too */
    readonly files: number;
    /** 材料字节数 / bytes of the payload */
    readonly payloadBytes: number;
    /** 迎检包字节数 / bytes of the bundle */
    readonly bytes: number;
    /** 在包内改了名的文件数 / files whose name differs in the bundle */
    readonly renamed: number;
    /** 不在任何指标下的材料数 / evidence under no indicator */
    readonly unplaced: number;
    /** 用 --sign 签名时才有 / only with --sign */
    readonly signature?: {
      /** 密钥编号 / id of the key */
      readonly key: string;
      /** 压缩包旁边的签名文件 / signature beside the zip */
      readonly file?: string;
    };
    /** 校验码：tagmanifest-sha256.txt 的 SHA-256 / SHA-256 of tagmanifest-sha256.txt */
    readonly digest: string;
    /** 未打包的临时文件和链接 / temporary files and links that were left out */
    readonly leftOut: readonly string[];
    /** 依 dangan.yaml 的 ignore 没有打包的 / what `ignore` of dangan.yaml leaves out */
    readonly ignored: readonly string[];
    /** 原来就有，与现在打包的结果相同 / it was there already, and is what would have been packed */
    readonly unchanged?: boolean;
  };
  /** 分成几个包时，全部包合起来 / when there are several, all of them together */
  readonly group?: {
    readonly name: string;
    /** 文件个数，台账也算 / files of the payload, ledgers too */
    readonly files: number;
    /** 材料字节数 / bytes of the payload */
    readonly payloadBytes: number;
    /** 未打包的临时文件和链接 / temporary files and links that were left out */
    readonly leftOut: readonly string[];
    /** 依 dangan.yaml 的 ignore 没有打包的 / what `ignore` of dangan.yaml leaves out */
    readonly ignored: readonly string[];
    /** 在包内改了名的文件数 / files whose name differs in the bundle */
    readonly renamed: number;
    /** 不在任何指标下的材料数 / evidence under no indicator */
    readonly unplaced: number;
  };
  readonly bundles?: readonly {
    /** 迎检包的绝对路径 / absolute path of the bundle */
    readonly path: string;
    readonly name: string;
    readonly form: 'zip' | 'folder';
    /** 文件个数，台账也算 / files of the payload, ledgers too */
    readonly files: number;
    /** 材料字节数 / bytes of the payload */
    readonly payloadBytes: number;
    /** 迎检包字节数 / bytes of the bundle */
    readonly bytes: number;
    /** 校验码：tagmanifest-sha256.txt 的 SHA-256 / SHA-256 of tagmanifest-sha256.txt */
    readonly digest: string;
    /** 包内指标的编号和名称 / codes and names of its indicators */
    readonly holds: readonly string[];
    /** 用 --sign 签名时才有 / only with --sign */
    readonly signature?: {
      /** 密钥编号 / id of the key */
      readonly key: string;
      /** 压缩包旁边的签名文件 / signature beside the zip */
      readonly file?: string;
    };
    /** 原来就有，与现在打包的结果相同 / it was there already, and is what would have been packed */
    readonly unchanged?: boolean;
  }[];
  /** 错误；全部问题见 dangan check / the errors; all findings are told by dangan check */
  readonly findings: readonly PackFinding[];
  readonly summary: {
    readonly error: number;
    /** 已豁免或在基线内、不计入的问题。Findings that are let pass. */
    readonly waived?: number;
    readonly warning: number;
    readonly info: number;
  };
}

export interface PackFinding {
  readonly rule: string;
  readonly severity: 'error' | 'warning' | 'info';
  readonly message: string;
  readonly params: Readonly<Record<string, unknown>>;
  readonly indicator?: {
    readonly code: string;
    readonly path: string;
  };
  /** 档案中的路径 / path in the archive */
  readonly file?: string;
  /** 说的是哪份材料：题名，不带序号和扩展名；写豁免时用它。Title of what it is about, without ordinal and extension: what a waiver names. */
  readonly title?: string;
  readonly at?: {
    readonly file: string;
    readonly line: number;
    readonly column: number;
  };
  readonly fix?: {
    readonly tier: 'safe' | 'unsafe' | 'proposes';
    readonly summary: string;
  };
  readonly fingerprint: string;
}

/** 核验迎检包的结果。The verdict on a bundle. */
export interface VerifyDocument {
  readonly schema: 'dangan/verify@1';
  /** No finding of level error in what was checked; see checked.all. */
  readonly ok: boolean;
  readonly bundle: {
    readonly path: string;
    /** False when the zip or tar was refused unread. */
    readonly read: boolean;
    readonly madeBy: 'dangan' | 'other';
    /** BagIt version of bagit.txt. */
    readonly version?: string;
    /** SHA-256 of tagmanifest-sha256.txt: the 校验码 that pack prints. */
    readonly digest?: string;
    /** Errors that were known and not mended when it was packed; see checks.json. */
    readonly errorsAtPacking?: number;
    /** Findings that were let pass when it was packed; see checks.json. */
    readonly waivedAtPacking?: number;
    /** bag-info.txt, in its order. */
    readonly info: readonly {
      readonly label: string;
      readonly value: string;
    }[];
  };
  /** What of the payload the verdict is about. Tag files and all lists are always judged. */
  readonly checked: {
    /** False: other files were not read. */
    readonly all: boolean;
    readonly files: number;
    readonly bytes: number;
    readonly ofFiles: number;
    readonly ofBytes: number;
    /** Codes given with --indicator. */
    readonly indicators?: readonly string[];
    readonly sample?: {
      readonly count: number;
      /** The same seed chooses the same files. */
      readonly seed: string;
    };
  };
  /** Each part on its own: unchanged, a proper bag, true to its own index, as its profile asks. */
  readonly parts: {
    readonly fixity: boolean;
    readonly form: boolean;
    /** Only for bundles made by dangan. */
    readonly contents?: boolean;
    /** Only with --system: was it packed for that scoring system? */
    readonly system?: boolean;
    /** Only when judged by a BagIt profile. */
    readonly profile?: boolean;
    /** Only with --key: signed with that key, and with no other. */
    readonly signature?: boolean;
  };
  /** The scoring system of --system, which the bundle was compared with. */
  readonly system?: {
    readonly title: string;
    readonly edition?: string;
    /** SHA-256 of criteria.yaml as `pack` would freeze it. */
    readonly digest: string;
  };
  /** The BagIt profile that it was judged by: given with --profile, or carried by the bundle. */
  readonly profile?: {
    readonly from: 'inspector' | 'bundle';
    /** Absent when the carried profile cannot be read. */
    readonly identifier?: string;
    readonly description?: string;
    readonly version?: string;
  };
  /** Which of several bags this is, by Bag-Count; absent for a bag that stands alone. The verdict is on this one. */
  readonly part?: {
    /** Bag-Group-Identifier. */
    readonly group?: string;
    readonly number: number;
    /** Absent when it was not known at packing. */
    readonly count?: number;
    /** The other bags, as its index tells. */
    readonly others: readonly {
      readonly name: string;
      /** Codes and names of their indicators. */
      readonly holds: readonly string[];
    }[];
  };
  /** 是否齐全，与 ok 和 parts 无关。Whether there is evidence for each indicator that asks for it, and whether it is enough: apart from ok and parts, and never changes them. Only bundles with an index. */
  readonly coverage?: {
    readonly judged: readonly ['presence'] | readonly ['presence', 'requirements'];
    /** What nobody has looked at. */
    readonly notJudged: readonly string[];
    /** False when the index that it is counted by does not agree with the files. */
    readonly reliable: boolean;
    /** 分成几个包的，这是第几个；只数它该装的指标。Which of several bundles of one archive it is: only the indicators that it is to hold are counted. */
    readonly part?: {
      readonly number: number;
      readonly count: number;
    };
    /** Leaf indicators that ask the unit for evidence. */
    readonly asking: number;
    readonly withFiles: number;
    readonly withoutFiles: readonly {
      readonly indicator: VerifyIndicator;
      readonly name: string;
      /** Exact decimal, as the index has it. */
      readonly points?: string;
      readonly asks: readonly string[];
      readonly owners: readonly string[];
    }[];
    readonly points: {
      /** Exact decimal: points of the indicators without a file, as far as they are told. */
      readonly withoutFiles: string;
      /** Indicators without a file whose points are not told. */
      readonly untold: number;
    };
    /** 按冻结的测评体系和台账逐条核对的结果。What the evidence meets of the requirements of the frozen scoring system; of one of several bundles only what it is to hold. */
    readonly requirements?: {
      /** 按哪一天判断。The day that it is judged on: that of the packing, or --today. */
      readonly today: string;
      /** False when files, index or ledgers are not as they were packed, or a ledger cannot be read. */
      readonly reliable: boolean;
      readonly summary: {
        readonly requirements: StatusCounts;
        readonly indicators: StatusCounts;
      };
      /** 适用的一票否决项，是否发生要由人核实。Vetoes that apply; whether they were triggered is for people to say. */
      readonly vetoes?: readonly StatusVeto[];
      /** 否决项要求的证明，包里有哪些。What there is in the bundle of what vetoes ask for, to prove that they were not triggered. */
      readonly proofs?: readonly {
        readonly veto: string;
        readonly title: string;
        readonly evidence: readonly string[];
      }[];
      /** 逾期、欠缺、超出的末级指标。Leaf indicators that lack something or have too much, in the order of the scoring system. */
      readonly short: readonly {
        readonly indicator: VerifyIndicator;
        readonly name: string;
        readonly state: StatusState;
        readonly points?: string;
        readonly owners: readonly string[];
        readonly requirements: readonly {
          readonly title: string;
          readonly state: StatusState;
          readonly found: number;
          readonly wanted: {
            readonly min: number;
            readonly max?: number;
          };
          readonly counts: 'files' | 'activities' | 'periods' | 'occasions' | 'parts';
          readonly lacks: readonly StatusLack[];
        }[];
        readonly lacks: readonly StatusLack[];
      }[];
    };
    /** Evidence in no folder of a leaf indicator. */
    readonly outside: number;
  };
  /** Signatures in the bundle and beside it, in the format of minisign. */
  readonly signatures?: readonly {
    readonly file: string;
    /** Absent when it was not checked. */
    readonly valid?: boolean;
    /** Id of the key that it says it was made with. */
    readonly key?: string;
    /** Its trusted comment; to be trusted only when the signature is valid. */
    readonly comment?: string;
  }[];
  readonly findings: readonly VerifyFinding[];
  readonly summary: {
    readonly files: number;
    readonly bytes: number;
    readonly tagFiles: number;
    readonly algorithms: readonly string[];
    readonly missing: number;
    readonly changed: number;
    readonly unexpected: number;
    readonly moved: number;
    readonly errors: number;
    readonly warnings: number;
  };
}

export type VerifyVeto = StatusVeto;

/** 已齐、超出、欠缺、逾期、未到期、不适用、待核对、非材料。Met; more than allowed; not enough; not enough and overdue; not due yet; not applicable; for a person to judge; not from files. */
export type VerifyState = StatusState;

/** 各种状态的个数；可以没有、也确实没有的不计。How many are in each state; what may be left out and is, is not counted. */
export type VerifyCounts = StatusCounts;

export type VerifyLack = StatusLack;

export interface VerifyIndicator {
  readonly code: string;
  readonly path: string;
}

export interface VerifyFinding {
  readonly rule: string;
  readonly severity: 'error' | 'warning' | 'info';
  readonly message: string;
  readonly params: Readonly<Record<string, unknown>>;
  readonly indicator?: VerifyIndicator;
  /** Path in the bundle. */
  readonly file?: string;
  readonly fingerprint: string;
}

/** 解包的结果；没有解成时见 error.schema.json。What was unpacked; when nothing was, see error.schema.json. */
export interface UnpackDocument {
  readonly schema: 'dangan/unpack@1';
  readonly ok: true;
  /** 新文件夹的完整路径。The new folder, absolute. */
  readonly folder: string;
  /** 材料份数。How much evidence. */
  readonly files: number;
  /** 材料字节数。Its bytes. */
  readonly bytes: number;
}

/** 文件实际是什么。What files really are. */
export interface IdentifyDocument {
  readonly schema: 'dangan/identify@1';
  readonly ok: true;
  /** 按给出的先后，文件夹里按名称。In the order given; those of a folder by name. */
  readonly files: readonly {
    readonly file: string;
    /** 实际格式；看不出为 null。What it is; null where its bytes do not tell. */
    readonly format:
      | 'docx'
      | 'docm'
      | 'dotx'
      | 'dotm'
      | 'xlsx'
      | 'xlsm'
      | 'xlsb'
      | 'xltx'
      | 'xltm'
      | 'pptx'
      | 'pptm'
      | 'ppsx'
      | 'ppsm'
      | 'potx'
      | 'potm'
      | 'vsdx'
      | 'ooxml'
      | 'doc'
      | 'xls'
      | 'ppt'
      | 'vsd'
      | 'msg'
      | 'works'
      | 'odt'
      | 'ods'
      | 'odp'
      | 'odg'
      | 'ofd'
      | 'pdf'
      | 'xps'
      | 'epub'
      | 'rtf'
      | 'txt'
      | 'csv'
      | 'html'
      | 'xml'
      | 'eml'
      | 'mht'
      | 'url'
      | 'jpg'
      | 'png'
      | 'heic'
      | 'avif'
      | 'webp'
      | 'tiff'
      | 'gif'
      | 'bmp'
      | 'psd'
      | 'dwg'
      | 'mp4'
      | 'mov'
      | '3gp'
      | 'avi'
      | 'mkv'
      | 'webm'
      | 'wmv'
      | 'flv'
      | 'mpg'
      | 'ts'
      | 'rm'
      | 'mp3'
      | 'wav'
      | 'm4a'
      | 'aac'
      | 'flac'
      | 'ogg'
      | 'amr'
      | 'ape'
      | 'mid'
      | 'zip'
      | 'rar'
      | '7z'
      | 'tar'
      | 'tgz'
      | 'gz'
      | 'bz2'
      | 'xz'
      | 'exe'
      | 'lnk'
      | null;
    /** 文字、图片、音频、视频、压缩包、其他。 */
    readonly class: 'document' | 'image' | 'audio' | 'video' | 'archive' | 'other' | null;
    /** 值得注意的：空、不完整、有密码、限制、带宏、有签名、占位、损坏、读不出。What is remarkable about it. */
    readonly marks: readonly (
      | 'empty'
      | 'truncated'
      | 'encrypted'
      | 'restricted'
      | 'macros'
      | 'signed'
      | 'pointer'
      | 'placeholder'
      | 'damaged'
      | 'unreadable'
    )[];
    readonly bytes: number;
    /** 扩展名是否与实际格式相符；没有扩展名、不认识的为 null。Whether programs open this format under this extension; null where that is not known. */
    readonly extensionFits: boolean | null;
  }[];
  /** 名称不是 UTF-8 的文件和文件夹，没有看。Files and folders whose names are no UTF-8; they were not looked at. */
  readonly garbled: readonly string[];
  readonly summary: {
    readonly files: number;
    /** 每种格式的个数，多的在前。How many there are of each. */
    readonly formats: Readonly<Record<string, number>>;
    readonly wrongExtensions: number;
  };
}

/** 全部规则。Every rule. */
export interface RulesDocument {
  readonly schema: 'dangan/rules@1';
  readonly ok: true;
  /** 按显示的先后。In the order in which they are shown. */
  readonly rules: readonly {
    readonly id: string;
    readonly severity: 'error' | 'warning' | 'info';
    /** 怎样改正。How far it can be mended. */
    readonly fix: 'safe' | 'unsafe' | 'proposes' | 'none';
    /** 由一份材料本身判断，还是要看整个档案：只看改动时（--changed-since、--staged），file 类规则只报改动过的材料，tree 类规则照常全部检查。Judged by one file alone, or by the whole archive: where only what changed is asked about, `file` rules tell of changed files only. */
    readonly scope: 'file' | 'tree';
    readonly title: string;
    /** 对应的四性检测项目。The items of the four-property check that it answers. */
    readonly properties: readonly string[];
  }[];
}
