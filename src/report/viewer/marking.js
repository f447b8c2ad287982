/* global document, window, Blob, FileReader */
/* exported markingOf */
// Scoring on the page: what an inspector gives and says, kept in the browser and saved as a review (测评意见).
// In the same browsers as viewer.js, before which it stands.

/**
 * @param head - Of the page's data.
 * @param page - What the rest of the page does: `element`, `filter`, and `reveal` of an indicator by its id.
 */
function markingOf(head, page) {
  'use strict';

  var WORDS = {
    zh: {
      start: '打分',
      stop: '收起打分',
      onlyOpen: '只看没打分的',
      by: '测评人',
      lead: '组长',
      save: '存测评意见',
      resume: '接着打',
      restart: '换人',
      given: '得分',
      grade: '等次',
      full: '满分',
      remark: '扣分原因、意见',
      rectify: '整改要求',
      vetoRemark: '依据',
      note: '总的意见',
      sum: '合计',
      sign: '测评人签字',
      day: '日期',
      occurred: { '': '（没有说）', no: '没有发生', yes: '发生' },
      colon: '：',
      listMark: '、',
      of: function (full) {
        return full === undefined ? '分' : '/ ' + full + ' 分';
      },
      gradeWorth: function (name, points) {
        return points === '' ? name : name + '（' + points + ' 分）';
      },
      progress: function (d) {
        return (
          '已打 ' +
          d.marked +
          '/' +
          d.items +
          ' 项，合计 ' +
          d.sum +
          (d.total === undefined ? '' : ' / ' + d.total) +
          ' 分' +
          (d.bonus === undefined ? '' : '，加分 ' + d.bonus)
        );
      },
      plain: '合计是各项简单相加；限额、折算、一票否决，由单位收到以后用 dangan review 计算。',
      wrong: {
        number: function () {
          return '不是数';
        },
        below: function () {
          return '不能小于 0 分';
        },
        beyond: function (full) {
          return '最多 ' + full + ' 分';
        },
      },
      wrongs: function (list) {
        return '没有存：' + list.length + ' 项的分不对，请先改：' + list.join('；');
      },
      noName: '没有存：请先填测评人。',
      nothing: '没有存：还没有打分，也没有写意见。',
      saved: function (name, open) {
        return (
          '已存为“' +
          name +
          '”，在浏览器的下载文件夹里，请交给被测评的单位或组长。' +
          (open > 0 ? '还有 ' + open + ' 项没有打分。' : '')
        );
      },
      kept: function (by) {
        return (
          '接着' + (by ? ' ' + by + ' ' : '') + '上次在这台电脑上打的；换一位来打，请点“换人”。'
        );
      },
      notKept: '这个浏览器不能替您记住打的分，请打完就存。',
      noReview: function (file) {
        return '没有读入：“' + file + '”不是测评意见。';
      },
      otherBundle: function (d) {
        return (
          '没有读入：这份测评意见打的是另一个包“' + d.name + '”，这里是“' + head.bundle + '”。'
        );
      },
      otherEvidence: function (d) {
        return (
          '没有读入：这份测评意见打的“' +
          d.name +
          '”与这里的名称相同，材料不同' +
          (d.date ? '（那个是 ' + d.date + ' 打包的，这个是 ' + head.date + '）' : '') +
          '。'
        );
      },
      otherBy: function (theirs, ours) {
        return (
          '没有读入：这是 ' +
          theirs +
          ' 的测评意见，现在是 ' +
          ours +
          ' 在打；要接着打 ' +
          theirs +
          ' 的，请先点“换人”。'
        );
      },
      resumed: function (by, marked, unknown) {
        return (
          '已读入' +
          (by ? ' ' + by + ' ' : '') +
          '打的 ' +
          marked +
          ' 项。' +
          (unknown > 0 ? '另有 ' + unknown + ' 项这里没有，没有读入。' : '')
        );
      },
      askReplace: '这里打的还没有存，换成文件里的吗？',
      askRestart: '这里打的还没有存，清掉重打吗？',
      restarted: '已清空，请填测评人。',
      fileName: function (unit, by, day) {
        return '测评意见 ' + unit + ' ' + by + ' ' + day + '.json';
      },
    },
    en: {
      start: 'Score',
      stop: 'Hide scoring',
      onlyOpen: 'Only not scored',
      by: 'Inspector',
      lead: 'Leads the team',
      save: 'Save review',
      resume: 'Continue',
      restart: 'Someone else',
      given: 'Points',
      grade: 'Grade',
      full: 'Full',
      remark: 'Why, remarks',
      rectify: 'To be mended',
      vetoRemark: 'Why',
      note: 'Of the whole',
      sum: 'Sum',
      sign: 'Signature',
      day: 'Date',
      occurred: { '': '(not said)', no: 'Did not occur', yes: 'Occurred' },
      colon: ': ',
      listMark: ', ',
      of: function (full) {
        return full === undefined ? '' : '/ ' + full;
      },
      gradeWorth: function (name, points) {
        return points === '' ? name : name + ' (' + points + ')';
      },
      progress: function (d) {
        return (
          d.marked +
          ' of ' +
          d.items +
          ' scored, ' +
          d.sum +
          (d.total === undefined ? '' : ' of ' + d.total) +
          ' points' +
          (d.bonus === undefined ? '' : ', bonus ' + d.bonus)
        );
      },
      plain:
        'The sum is a plain one; limits, conversions and vetoes are reckoned by dangan review when the unit has it.',
      wrong: {
        number: function () {
          return 'not a number';
        },
        below: function () {
          return 'not below 0';
        },
        beyond: function (full) {
          return 'at most ' + full;
        },
      },
      wrongs: function (list) {
        return 'Not saved. Points that cannot be, to be mended first: ' + list.join('; ');
      },
      noName: 'Not saved: who is the inspector?',
      nothing: 'Not saved: nothing has been scored or said.',
      saved: function (name, open) {
        return (
          'Saved as “' +
          name +
          '” in the browser’s downloads: hand it to the unit, or to who leads the team.' +
          (open > 0 ? ' Not scored: ' + open + '.' : '')
        );
      },
      kept: function (by) {
        return (
          'As it was left on this computer' + (by ? ' by ' + by : '') + '; or click “Someone else”.'
        );
      },
      notKept: 'This browser cannot keep what you enter: save it before you leave.',
      noReview: function (file) {
        return 'Not read: “' + file + '” is no review.';
      },
      otherBundle: function (d) {
        return 'Not read: that review is of “' + d.name + '”, and this is “' + head.bundle + '”.';
      },
      otherEvidence: function (d) {
        return (
          'Not read: that review is of another “' +
          d.name +
          '”, with other evidence' +
          (d.date ? ' (packed on ' + d.date + '; this one on ' + head.date + ')' : '') +
          '.'
        );
      },
      otherBy: function (theirs, ours) {
        return (
          'Not read: that is the review of ' +
          theirs +
          ', and ' +
          ours +
          ' is scoring; to go on with it, click “Someone else” first.'
        );
      },
      resumed: function (by, marked, unknown) {
        return (
          'Read' +
          (by ? ' of ' + by : '') +
          ': ' +
          marked +
          ' scored.' +
          (unknown > 0 ? ' Not here, and not read: ' + unknown + '.' : '')
        );
      },
      askReplace: 'What is here has not been saved. Put what is in the file in its place?',
      askRestart: 'What is here has not been saved. Clear it?',
      restarted: 'Cleared. Who is the inspector?',
      fileName: function (unit, by, day) {
        return 'review ' + unit + ' ' + by + ' ' + day + '.json';
      },
    },
  };

  var FORMAT = 'dangan/review@1';
  var review = head.review;
  var KEY = FORMAT + ' ' + head.bundle + ' ' + review.manifest;
  var ITEM_FIELDS = ['points', 'grade', 'remark', 'rectify'];
  var VETO_FIELDS = ['occurred', 'remark'];
  var element = page.element;

  var items = new Map();
  review.items.forEach(function (item) {
    items.set(item.id, item);
  });
  // By id of an indicator, the item that it is or is below.
  var itemAt = new Map();
  var codes = new Map();
  function place(indicator, above) {
    var item = items.get(indicator.id) || above;
    if (item) itemAt.set(indicator.id, item);
    codes.set(indicator.id, indicator.code);
    indicator.children.forEach(function (child) {
      place(child, item);
    });
  }
  head.indicators.forEach(function (indicator) {
    place(indicator, undefined);
  });

  var say = WORDS.zh;
  var isOn = false;
  // As it was typed: of items by id, of vetoes by code.
  var said = nothingSaid();
  // Not in a file yet.
  var isUnsaved = false;

  function nothingSaid() {
    return { by: '', lead: false, note: '', marks: {}, vetoes: {} };
  }

  function byId(id) {
    return document.getElementById(id);
  }

  function of(kind, id) {
    var all = said[kind];
    if (!Object.prototype.hasOwnProperty.call(all, id)) all[id] = {};
    return all[id];
  }

  function isSomething(fields, row) {
    return fields.some(function (field) {
      return Boolean(row[field]);
    });
  }

  function isEmpty() {
    return !(
      said.note.trim() ||
      review.items.some(function (item) {
        return isSomething(ITEM_FIELDS, of('marks', item.id));
      }) ||
      review.vetoes.some(function (veto) {
        return isSomething(VETO_FIELDS, of('vetoes', veto.code));
      })
    );
  }

  // Kept in the browser, where it can: a stick may be read-only, and so may be what is known of its pages.
  function keep() {
    try {
      window.localStorage.setItem(KEY, JSON.stringify({ said: said, isUnsaved: isUnsaved }));
      return true;
    } catch (error) {
      return false;
    }
  }

  function restore() {
    try {
      var kept = JSON.parse(window.localStorage.getItem(KEY));
      if (!kept) return;
      said = Object.assign(nothingSaid(), kept.said);
      isUnsaved = Boolean(kept.isUnsaved);
    } catch (error) {
      said = nothingSaid();
    }
  }

  function changed() {
    isUnsaved = true;
    if (!keep()) tell(say.notKept);
    drawProgress();
  }

  // `３。５分` is 3.5, and 满 is all there is.
  function plainNumber(text, item) {
    var plain = text
      .replace(/[\uff01-\uff5e]/g, function (each) {
        return String.fromCharCode(each.charCodeAt(0) - 0xfee0);
      })
      .replace(/[。．]/g, '.')
      .replace(/−/g, '-')
      .replace(/\s/g, '')
      .replace(/^满分?$/, item.full === undefined ? '' : item.full)
      .replace(/分$/, '');
    return /^-?(\d{1,9}(\.\d{0,6})?|\.\d{1,6})$/.test(plain) ? String(Number(plain)) : plain;
  }

  // What is wrong with the points of an item: a word of `WORDS.wrong`.
  function wrongWith(item) {
    var text = plainNumber(of('marks', item.id).points || '', item);
    if (text === '') return '';
    var number = Number(text);
    if (!/\d/.test(text) || !/^[-\d.]+$/.test(text) || isNaN(number)) return 'number';
    if (item.full === undefined) return '';
    if (number < 0) return 'below';
    return number > Number(item.full) ? 'beyond' : '';
  }

  // `undefined` where none are given that can be.
  function pointsOf(item) {
    var row = of('marks', item.id);
    if (row.grade) {
      var grade = (item.grades || []).filter(function (each) {
        return each[0] === row.grade;
      })[0];
      return grade && Number(grade[1]);
    }
    var text = plainNumber(row.points || '', item);
    return text === '' || wrongWith(item) ? undefined : Number(text);
  }

  function isOpen(item) {
    return pointsOf(item) === undefined;
  }

  // Points have few places, and sums of many of them some more digits than they should.
  function sumOf(numbers) {
    var sum = numbers.reduce(function (sum, each) {
      return sum + each;
    }, 0);
    return String(Number(sum.toFixed(6)));
  }

  function isGiven(number) {
    return number !== undefined;
  }

  function isBonus(item) {
    return Boolean(item.bonus);
  }

  function isBase(item) {
    return !item.bonus;
  }

  function progress() {
    var bonus = review.items.filter(isBonus).map(pointsOf).filter(isGiven);
    var base = review.items.filter(isBase);
    var fulls = base
      .map(function (item) {
        return item.full;
      })
      .filter(isGiven);
    return {
      marked: review.items.map(pointsOf).filter(isGiven).length,
      items: review.items.length,
      sum: sumOf(base.map(pointsOf).filter(isGiven)),
      total: fulls.length > 0 ? sumOf(fulls.map(Number)) : undefined,
      bonus: bonus.length > 0 ? sumOf(bonus) : undefined,
    };
  }

  function drawProgress() {
    var now = progress();
    byId('progress').textContent = say.progress(now);
    document.body.classList.toggle('unscored', now.marked === 0);
    byId('progress').title = say.plain;
  }

  function tell(words, isWrong) {
    var told = byId('told');
    told.textContent = words;
    told.className = isWrong ? 'wrong' : '';
    told.hidden = words === '';
    measure();
  }

  // A field with its label, and what of it is printed.
  function labelled(className, words, field, printed) {
    var label = element('label', className);
    label.append(element('span', 'label', words), field, printed);
    return label;
  }

  // Grows with what is written in it.
  function fit(field) {
    field.style.height = 'auto';
    if (field.scrollHeight > 0) field.style.height = field.scrollHeight + 2 + 'px';
  }

  function textField(row, key, className, words) {
    var field = element('textarea');
    var printed = element('span', 'printed lines', row[key] || '');
    field.rows = 1;
    field.value = row[key] || '';
    field.addEventListener('input', function () {
      row[key] = field.value;
      printed.textContent = field.value;
      fit(field);
      changed();
    });
    return labelled(className, words, field, printed);
  }

  // One of several, each with its words; `''` stands for none.
  function choiceField(row, key, choices, words) {
    var field = element('select', 'first');
    choices.forEach(function (choice) {
      var option = element('option', '', choice[1]);
      option.value = choice[0];
      field.append(option);
    });
    var printed = element('span', 'printed');
    function print() {
      printed.textContent = choices
        .filter(function (choice) {
          return choice[0] !== '';
        })
        .map(function (choice) {
          return (row[key] === choice[0] ? '☑ ' : '□ ') + choice[1];
        })
        .join('　');
    }
    field.value = row[key] || '';
    field.addEventListener('change', function () {
      row[key] = field.value;
      print();
      changed();
    });
    print();
    return labelled('given', words, field, printed);
  }

  function gradeField(item, row) {
    var choices = item.grades.map(function (grade) {
      return [grade[0], say.gradeWorth(grade[0], grade[1])];
    });
    return [choiceField(row, 'grade', [['', '']].concat(choices), say.grade)];
  }

  function pointsField(item, row) {
    var field = element('input', 'first');
    field.setAttribute('inputmode', 'decimal');
    field.autocomplete = 'off';
    field.value = row.points || '';
    var printed = element('span', 'printed short');
    var label = labelled('given', say.given, field, printed);
    label.append(element('span', 'full', say.of(item.full)));
    var wrong = element('span', 'wrong');
    function judge() {
      var why = wrongWith(item);
      wrong.textContent = why === '' ? '' : say.wrong[why](item.full);
      field.classList.toggle('wrong', why !== '');
      field.setAttribute('aria-invalid', String(why !== ''));
      printed.textContent = row.points || '';
    }
    function put(text) {
      row.points = text;
      judge();
      changed();
    }
    field.addEventListener('input', function (event) {
      // Letters on their way to a character are not what was meant.
      if (!event.isComposing) put(field.value);
    });
    field.addEventListener('change', function () {
      field.value = plainNumber(field.value, item);
      put(field.value);
    });
    judge();
    var parts = [label];
    if (item.full !== undefined) {
      var all = element('button', 'all', say.full);
      all.type = 'button';
      all.addEventListener('click', function () {
        field.value = item.full;
        put(item.full);
      });
      parts.push(all);
    }
    return parts.concat(wrong);
  }

  function sheetOf(indicator) {
    var item = items.get(indicator.id);
    if (!item) return undefined;
    var row = of('marks', item.id);
    var sheet = element('div', 'sheet');
    sheet.setAttribute('data-item', item.id);
    sheet.append.apply(sheet, item.grades ? gradeField(item, row) : pointsField(item, row));
    sheet.append(
      textField(row, 'remark', 'words', say.remark),
      textField(row, 'rectify', 'words', say.rectify),
    );
    return sheet;
  }

  function vetoSheet(code) {
    var isHere = review.vetoes.some(function (veto) {
      return veto.code === code;
    });
    if (!isHere) return undefined;
    var row = of('vetoes', code);
    var sheet = element('div', 'sheet');
    var choices = ['', 'no', 'yes'].map(function (each) {
      return [each, say.occurred[each]];
    });
    sheet.append(
      choiceField(row, 'occurred', choices, ''),
      textField(row, 'remark', 'words', say.vetoRemark),
    );
    return sheet;
  }

  function closing() {
    var section = element('section', 'group closing');
    var sheet = element('div', 'sheet');
    sheet.append(textField(said, 'note', 'words', say.note));
    var sign = element('p', 'sign');
    [say.sign, say.day].forEach(function (words) {
      sign.append(element('span', '', words), element('span', 'printed short'));
    });
    section.append(sheet, element('p', 'about', say.plain), sign);
    return section;
  }

  function draw(language) {
    say = WORDS[language];
    Array.prototype.forEach.call(document.querySelectorAll('[data-mark]'), function (each) {
      each.textContent = say[each.getAttribute('data-mark')];
    });
    byId('score').hidden = review.items.length + review.vetoes.length === 0;
    drawHead();
  }

  function drawHead() {
    document.body.classList.toggle('scoring', isOn);
    byId('score').textContent = isOn ? say.stop : say.start;
    byId('score').setAttribute('aria-pressed', String(isOn));
    byId('marking').hidden = !isOn;
    byId('only-open').hidden = !isOn;
    byId('by').value = said.by;
    byId('lead').checked = said.lead;
    printHead();
    drawProgress();
    tell('');
  }

  function printHead() {
    byId('by-printed').textContent = said.by;
    byId('lead-printed').textContent = said.lead ? '☑' : '□';
  }

  // What sticks to the top, below which the rest begins.
  function measure() {
    var top = document.querySelector('header').offsetHeight;
    var style = document.documentElement.style;
    style.setProperty('--head', isOn ? top + 'px' : '');
    style.setProperty('--top', isOn ? stuck() + 'px' : '');
  }

  function stuck() {
    var bar = byId('marking');
    var isHeadStuck = window.getComputedStyle(document.querySelector('header')).position;
    var above = isHeadStuck === 'sticky' ? document.querySelector('header').offsetHeight : 0;
    return above + bar.offsetHeight;
  }

  function fields(selector) {
    return Array.prototype.filter.call(
      document.querySelectorAll('#tree .sheet ' + selector),
      function (field) {
        return field.offsetParent !== null;
      },
    );
  }

  // The field, with as much of what it is about above it as there is room for.
  function goTo(field) {
    var section = field.closest('section').getBoundingClientRect();
    var sheet = field.closest('.sheet').getBoundingClientRect();
    var room = window.innerHeight - stuck();
    var top =
      sheet.bottom - section.top + 16 < room
        ? section.top - stuck() - 8
        : sheet.bottom - window.innerHeight + 8;
    window.scrollTo(0, window.pageYOffset + top);
    field.focus({ preventScroll: true });
    if (field.select) field.select();
  }

  function move(from, selector, by) {
    var all = fields(selector);
    var next = all[all.indexOf(from) + by];
    if (!next) return false;
    if (next.classList.contains('first')) goTo(next);
    else next.focus();
    return true;
  }

  // Enter goes on to the next item; Tab from field to field, past the evidence between them.
  function onKey(event) {
    var field = event.target;
    if (!field.closest('.sheet') || event.isComposing || event.keyCode === 229) return;
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    var by = event.shiftKey ? -1 : 1;
    var isMoved =
      (event.key === 'Enter' && field.matches('.first') && move(field, '.first', by)) ||
      (event.key === 'Tab' &&
        field.matches('.first, textarea') &&
        move(field, '.first, #tree .sheet textarea', by));
    if (isMoved || (event.key === 'Enter' && field.matches('.first'))) event.preventDefault();
  }

  function jumpTo(item) {
    page.reveal(item.id);
    var sheets = document.querySelectorAll('#tree .sheet[data-item]');
    Array.prototype.some.call(sheets, function (sheet) {
      if (sheet.getAttribute('data-item') !== item.id) return false;
      goTo(sheet.querySelector('.first'));
      return true;
    });
  }

  // Local, as a calendar has it.
  function today() {
    var now = new Date();
    function two(number) {
      return (number < 10 ? '0' : '') + number;
    }
    return now.getFullYear() + '-' + two(now.getMonth() + 1) + '-' + two(now.getDate());
  }

  function trimmed(row, fields) {
    var kept = {};
    fields.forEach(function (field) {
      var text = (row[field] || '').trim();
      if (text !== '') kept[field] = text;
    });
    return kept;
  }

  // Only what was said.
  function reviewOf(day) {
    var marks = [];
    review.items.forEach(function (item) {
      var row = of('marks', item.id);
      var mark = { indicator: item.id, name: item.name };
      var points = item.grades ? undefined : pointsOf(item);
      if (isGiven(points)) mark.points = points;
      Object.assign(
        mark,
        trimmed(row, item.grades ? ['grade', 'remark', 'rectify'] : ['remark', 'rectify']),
      );
      if (Object.keys(mark).length > 2) marks.push(mark);
    });
    var vetoes = [];
    review.vetoes.forEach(function (veto) {
      var row = of('vetoes', veto.code);
      if (!isSomething(VETO_FIELDS, row)) return;
      var mark = { veto: veto.code, text: veto.text };
      if (row.occurred) mark.occurred = row.occurred === 'yes';
      vetoes.push(Object.assign(mark, trimmed(row, ['remark'])));
    });
    return Object.assign(
      {
        format: FORMAT,
        unit: head.unit,
        system: { title: head.system.title, sha256: head.system.sha256 },
        bundle: { name: head.bundle, date: head.date, manifest: review.manifest },
        by: said.by.trim(),
        lead: said.lead || undefined,
        on: day,
        marks: marks,
        vetoes: vetoes,
      },
      trimmed(said, ['note']),
    );
  }

  function save() {
    var wrong = review.items.filter(wrongWith);
    if (wrong.length > 0) {
      tell(say.wrongs(wrong.map(wrongWords)), true);
      jumpTo(wrong[0]);
      return;
    }
    if (isEmpty()) return tell(say.nothing, true);
    if (said.by.trim() === '') {
      tell(say.noName, true);
      byId('by').focus();
      return;
    }
    var day = today();
    var name = say.fileName(head.unit, said.by.trim(), day).replace(/[\\/:*?"<>|\s]+/g, ' ');
    download(name, JSON.stringify(reviewOf(day), undefined, 2) + '\n');
    isUnsaved = false;
    keep();
    tell(say.saved(name, review.items.filter(isOpen).length));
  }

  function wrongWords(item) {
    var points = of('marks', item.id).points;
    return (
      codes.get(item.id) +
      ' ' +
      item.name +
      ' ' +
      points +
      say.colon +
      say.wrong[wrongWith(item)](item.full)
    );
  }

  function download(name, text) {
    var link = element('a');
    link.href = window.URL.createObjectURL(new Blob([text], { type: 'application/json' }));
    link.download = name;
    document.body.append(link);
    link.click();
    link.remove();
    window.setTimeout(function () {
      window.URL.revokeObjectURL(link.href);
    }, 60000);
  }

  function read(file) {
    var reader = new FileReader();
    reader.onload = function () {
      take(reader.result, file.name);
    };
    reader.onerror = function () {
      tell(say.noReview(file.name), true);
    };
    reader.readAsText(file);
  }

  function parsed(text) {
    try {
      var value = JSON.parse(text.replace(/^\ufeff/, ''));
      return value && value.format === FORMAT && value.bundle ? value : undefined;
    } catch (error) {
      return undefined;
    }
  }

  function take(text, fileName) {
    var given = parsed(text);
    if (!given) return tell(say.noReview(fileName), true);
    if (given.bundle.name !== head.bundle) return tell(say.otherBundle(given.bundle), true);
    if (given.bundle.manifest !== review.manifest)
      return tell(say.otherEvidence(given.bundle), true);
    var by = textOf(given.by);
    if (said.by.trim() !== '' && said.by.trim() !== by)
      return tell(say.otherBy(by, said.by.trim()), true);
    if (isUnsaved && !isEmpty() && !window.confirm(say.askReplace)) return undefined;
    var unknown = putIn(given, by);
    isUnsaved = false;
    keep();
    page.redraw();
    tell(say.resumed(by, progress().marked, unknown));
    return undefined;
  }

  function textOf(value) {
    return value === undefined || value === null ? '' : String(value);
  }

  // How many of its marks are of nothing that is here.
  function putIn(given, by) {
    said = nothingSaid();
    said.by = by;
    said.lead = given.lead === true;
    said.note = textOf(given.note);
    var unknown = 0;
    (given.marks || []).forEach(function (mark) {
      var id = textOf(mark.indicator);
      if (!items.has(id)) unknown += 1;
      ITEM_FIELDS.forEach(function (field) {
        of('marks', id)[field] = textOf(mark[field]);
      });
    });
    (given.vetoes || []).forEach(function (mark) {
      var row = of('vetoes', textOf(mark.veto));
      row.occurred = mark.occurred === true ? 'yes' : mark.occurred === false ? 'no' : '';
      row.remark = textOf(mark.remark);
    });
    return unknown;
  }

  function restart() {
    if (isUnsaved && !isEmpty() && !window.confirm(say.askRestart)) return;
    said = nothingSaid();
    isUnsaved = false;
    keep();
    page.redraw();
    tell(say.restarted);
    byId('by').focus();
  }

  function turn(on) {
    isOn = on;
    if (!on) byId('open').checked = false;
    page.redraw();
    if (on && !keep()) tell(say.notKept);
  }

  byId('score').addEventListener('click', function () {
    turn(!isOn);
    if (isOn && said.by === '') byId('by').focus();
  });
  byId('by').addEventListener('input', function () {
    said.by = byId('by').value;
    printHead();
    changed();
  });
  byId('lead').addEventListener('change', function () {
    said.lead = byId('lead').checked;
    printHead();
    changed();
  });
  byId('save').addEventListener('click', save);
  byId('restart').addEventListener('click', restart);
  byId('resume').addEventListener('click', function () {
    byId('review-file').click();
  });
  byId('review-file').addEventListener('change', function () {
    var file = byId('review-file').files[0];
    // The same one may be chosen again.
    if (file) read(file);
    byId('review-file').value = '';
  });
  byId('open').addEventListener('change', page.filter);
  byId('tree').addEventListener('keydown', onKey);
  window.addEventListener('resize', measure);
  window.addEventListener('beforeunload', function (event) {
    if (!isUnsaved || isEmpty()) return;
    event.preventDefault();
    event.returnValue = '';
  });
  restore();
  isOn = !isEmpty();

  return {
    isOn: function () {
      return isOn;
    },
    onlyOpen: function () {
      return isOn && byId('open').checked;
    },
    // Is it an item, or below one, that has not been scored?
    waits: function (id) {
      var item = itemAt.get(id);
      return item !== undefined && isOpen(item);
    },
    sheetOf: sheetOf,
    vetoSheet: vetoSheet,
    closing: closing,
    draw: draw,
    // After the page was drawn anew.
    drawn: function () {
      Array.prototype.forEach.call(document.querySelectorAll('#tree .sheet textarea'), fit);
      measure();
    },
    greet: function () {
      if (isOn) tell(say.kept(said.by));
    },
  };
}
