/* global document, window, markingOf */
// Runs in the inspector's browser, from a stick: a classic script, no network, nothing newer than Chrome 64
// (the last browser of many Windows 7 machines). Names come from outside: they are only ever put in as text.
(function () {
  'use strict';

  var WORDS = {
    zh: {
      language: 'English',
      title: '迎检包',
      search: '搜索指标或材料名称',
      onlyMissing: '只看没有材料的指标',
      fold: '全部收起',
      unfold: '全部展开',
      print: '打印',
      nothing: '没有找到。',
      partly: function (wanted, onlyMissing, onlyOpen) {
        return (
          '只列出' +
          (wanted ? '搜索“' + wanted + '”找到的' : '') +
          (onlyMissing ? '没有材料的' : '') +
          (onlyOpen ? '没打分的' : '') +
          (onlyMissing || onlyOpen ? '指标' : '指标和材料') +
          '，不是全部'
        );
      },
      elsewhere: function (number) {
        return '在第 ' + number + ' 包';
      },
      part: function (part, numbers) {
        return (
          '材料分成 ' +
          part.count +
          ' 个包，这是第 ' +
          part.number +
          ' 个；其余指标的材料在第 ' +
          numbers +
          ' 包里，文件名的末尾写着是第几包'
        );
      },
      listMark: '、',
      missing: '暂无材料',
      notFiled: '本单位不需要提供材料',
      asks: '要求材料：',
      scoring: '计分办法：',
      vetoes: '一票否决',
      severity: { error: '错误', warning: '警告', waived: '不计入' },
      also: {
        link: '网址',
        reference: '共用',
        exempt: '不适用',
        partly: '不适用',
        proof: '证明',
        unproved: '缺证明',
      },
      proves: function (codes) {
        return codes.join('、') + ' 的证明';
      },
      items: function (count) {
        return count + ' 项';
      },
      unowed: { optional: '不必有', shared: '共用' },
      elsewhereToo: function (count) {
        return '别处 ' + count + ' 件';
      },
      owners: '责任科室：',
      other: '未归入指标的材料',
      points: function (points) {
        return points + ' 分';
      },
      files: function (count) {
        return count + ' 件';
      },
      more: function (count) {
        return '还有 ' + count + ' 件，多输入几个字可以缩小范围';
      },
      facts: function (head) {
        return [head.unit, head.system.edition, '打包日期 ' + head.date]
          .filter(Boolean)
          .join(' · ');
      },
      summary: function (d) {
        return (
          '要材料的末级指标 ' +
          d.leaves +
          ' 个，其中 ' +
          d.filled +
          ' 个有材料' +
          (d.missing ? '，' + d.missing + ' 个暂无材料' : '') +
          '；材料共 ' +
          d.files +
          ' 件，' +
          d.size +
          '。' +
          (d.exempt ? '另有 ' + d.exempt + ' 个说明了不适用。' : '') +
          (d.optional ? '另有 ' + d.optional + ' 个不必有材料。' : '') +
          (d.shared ? '另有 ' + d.shared + ' 个与别的指标共用材料。' : '')
        );
      },
      findings: function (d) {
        return (
          '打包时还没有改的：' +
          [
            d.error ? d.error + ' 个错误' : '',
            d.warning ? d.warning + ' 个警告' : '',
            d.waived ? d.waived + ' 个经说明不计入' : '',
          ]
            .filter(Boolean)
            .join('，')
        );
      },
      unlisted: function (count) {
        return '其余 ' + count + ' 个见 checks.json';
      },
      footer: function (head) {
        return head.bundle + ' · 点材料名称即可打开；核验方法见 说明文件.txt';
      },
    },
    en: {
      language: '中文',
      title: 'Evidence bundle',
      search: 'Search indicators and evidence',
      onlyMissing: 'Only indicators without evidence',
      fold: 'Fold all',
      unfold: 'Unfold all',
      print: 'Print',
      nothing: 'Nothing found.',
      partly: function (wanted, onlyMissing, onlyOpen) {
        return (
          'Only ' +
          (onlyMissing
            ? 'indicators without evidence'
            : onlyOpen
              ? 'indicators'
              : 'what was found') +
          (onlyOpen ? ' that are not scored' : '') +
          (wanted ? ' for “' + wanted + '”' : '') +
          ', not all there is'
        );
      },
      elsewhere: function (number) {
        return 'in part ' + number;
      },
      part: function (part, numbers) {
        return (
          'Part ' +
          part.number +
          ' of ' +
          part.count +
          '. Evidence of the other indicators is in parts ' +
          numbers +
          '; the names of the files end with their numbers'
        );
      },
      listMark: ', ',
      missing: 'No evidence',
      notFiled: 'Nothing asked of this unit',
      asks: 'Asks for: ',
      scoring: 'Points: ',
      vetoes: 'Vetoes',
      severity: { error: 'error', warning: 'warning', waived: 'let pass' },
      also: {
        link: 'web',
        reference: 'shared',
        exempt: 'n/a',
        partly: 'n/a',
        proof: 'proof',
        unproved: 'no proof',
      },
      proves: function (codes) {
        return 'proof for veto ' + codes.join(', ');
      },
      items: String,
      unowed: { optional: 'optional', shared: 'shared' },
      elsewhereToo: function (count) {
        return count + ' elsewhere';
      },
      owners: 'Owner: ',
      other: 'Evidence outside the indicators',
      points: function (points) {
        return points + (points === '1' ? ' point' : ' points');
      },
      files: function (count) {
        return count + (count === 1 ? ' file' : ' files');
      },
      more: function (count) {
        return count + ' more; type more letters to narrow them';
      },
      facts: function (head) {
        return [head.unit, head.system.edition, 'packed on ' + head.date]
          .filter(Boolean)
          .join(' · ');
      },
      summary: function (d) {
        return (
          d.leaves +
          (d.leaves === 1 ? ' leaf indicator, ' : ' leaf indicators, ') +
          d.filled +
          ' with evidence' +
          (d.missing ? ', ' + d.missing + ' without' : '') +
          '; ' +
          d.files +
          (d.files === 1 ? ' file, ' : ' files, ') +
          d.size +
          '.' +
          (d.exempt
            ? ' ' + d.exempt + (d.exempt === 1 ? ' does not apply.' : ' do not apply.')
            : '') +
          (d.optional ? ' ' + d.optional + ' may be without.' : '') +
          (d.shared ? ' ' + d.shared + ' with that of others.' : '')
        );
      },
      findings: function (d) {
        return (
          'Not mended when it was packed: ' +
          [
            d.error ? d.error + (d.error === 1 ? ' error' : ' errors') : '',
            d.warning ? d.warning + (d.warning === 1 ? ' warning' : ' warnings') : '',
            d.waived ? d.waived + ' let pass' : '',
          ]
            .filter(Boolean)
            .join(', ')
        );
      },
      unlisted: function (count) {
        return 'The other ' + count + ' are in checks.json';
      },
      footer: function (head) {
        return head.bundle + ' · Click a name to open it; how to verify: 说明文件.txt';
      },
    },
  };

  // One row of evidence: path, indicator, title, bytes; where its ledger or a camera tells them, the rest.
  var PATH = 0;
  var INDICATOR = 1;
  var TITLE = 2;
  var BYTES = 3;
  var DATE = 4;
  var ACTIVITY = 5;
  var NUMBER = 6;
  var CAPTION = 7;
  // What is searched, as `searchable` has it, put in below.
  var NAME = 8;

  // Of what an indicator has besides files: what it is, its words, where it leads, what is said of it.
  var IS = 0;
  var SAID = 1;
  var ADDRESS = 2;
  var ABOUT = 3;

  var data = JSON.parse(document.getElementById('data').textContent);
  var head = data.head;
  var language = 'zh';
  var filesOf = byIndicator(data.evidence);
  var leaves = [];
  var folded = false;
  // The tree is drawn with what is scored in it while somebody scores.
  var marking = markingOf(head, {
    element: element,
    filter: filter,
    redraw: draw,
    reveal: reveal,
  });

  function byId(id) {
    return document.getElementById(id);
  }

  function byIndicator(rows) {
    var map = new Map();
    rows.forEach(function (row) {
      var name = row[PATH].slice(row[PATH].lastIndexOf('/') + 1);
      row[NAME] = searchable([name].concat(row.slice(DATE, NAME)).filter(Boolean).join(' '));
      var list = map.get(row[INDICATOR]);
      if (list) list.push(row);
      else map.set(row[INDICATOR], [row]);
    });
    return map;
  }

  function element(tag, className, text) {
    var made = document.createElement(tag);
    if (className) made.className = className;
    if (text !== undefined) made.textContent = text;
    return made;
  }

  // In lower case, and full-width letters and signs, which names of files have in place of others, as the usual ones.
  function searchable(text) {
    return text
      .toLowerCase()
      .replace(/[\uff01-\uff5e]/g, function (each) {
        return String.fromCharCode(each.charCodeAt(0) - 0xfee0);
      })
      .replace(/\s/g, ' ');
  }

  // The text with the words that were searched for marked in it; one that is longer in lower case is left unmarked.
  function putMarked(place, text, words) {
    var lower = searchable(text);
    if (lower.length !== text.length) words = [];
    place.textContent = '';
    var from = 0;
    for (;;) {
      var next = firstOf(words, lower, from);
      if (!next) break;
      place.append(text.slice(from, next.at));
      from = next.at + next.word.length;
      place.append(element('mark', '', text.slice(next.at, from)));
    }
    place.append(text.slice(from));
  }

  function firstOf(words, text, from) {
    var first;
    words.forEach(function (word) {
      var at = text.indexOf(word, from);
      if (at >= 0 && (!first || at < first.at)) first = { at: at, word: word };
    });
    return first;
  }

  function sizeText(bytes) {
    var units = ['B', 'KB', 'MB', 'GB', 'TB'];
    var unit = 0;
    while (bytes >= 999.5 && unit < units.length - 1) {
      bytes /= 1000;
      unit += 1;
    }
    return bytes.toFixed(unit === 0 || bytes >= 9.95 ? 0 : 1) + ' ' + units[unit];
  }

  // `#`, `%` and `?` in a name would end the path.
  function addressOf(path) {
    return path.split('/').map(encodeURIComponent).join('/');
  }

  function isLeaf(indicator) {
    return indicator.children.length === 0;
  }

  function countOf(indicator) {
    var own = filesOf.get(indicator.id);
    return indicator.children.reduce(
      function (sum, child) {
        return sum + countOf(child);
      },
      own ? own.length : 0,
    );
  }

  // The number of the part that all of an indicator is in; undefined for this one, and when it is in several.
  var otherParts = new Map();
  if (head.part) {
    head.part.others.forEach(function (other) {
      other.holds.forEach(function (id) {
        otherParts.set(id, other.number);
      });
    });
  }

  var elsewhere = new Map();
  function findElsewhere(indicator, above) {
    var part = otherParts.get(indicator.id) || above;
    if (part) elsewhere.set(indicator, part);
    indicator.children.forEach(function (child) {
      findElsewhere(child, part);
    });
  }
  head.indicators.forEach(function (indicator) {
    findElsewhere(indicator, undefined);
  });

  function alsoOf(indicator) {
    return indicator.also || [];
  }

  // Codes of the vetoes that a file proves were not triggered, by its path.
  var provesOf = new Map();
  head.vetoes.forEach(function (veto) {
    veto.also.forEach(function (row) {
      if (row[IS] !== 'proof' || row[ADDRESS] === '') return;
      provesOf.set(row[ADDRESS], (provesOf.get(row[ADDRESS]) || []).concat(veto.code));
    });
  });

  function isExempt(indicator) {
    return alsoOf(indicator).some(function (row) {
      return row[IS] === 'exempt';
    });
  }

  // Addresses, and evidence that is kept for another indicator.
  function keptElsewhere(indicator) {
    return alsoOf(indicator).filter(function (row) {
      return row[IS] === 'link' || row[IS] === 'reference';
    }).length;
  }

  function asksForFiles(indicator) {
    if (elsewhere.has(indicator) || isExempt(indicator) || keptElsewhere(indicator)) return false;
    if (indicator.unowed) return false;
    return isLeaf(indicator) ? indicator.filed : indicator.children.some(asksForFiles);
  }

  function tally(indicator, count) {
    var say = WORDS[language];
    if (count > 0) return element('span', 'tally', say.files(count));
    if (elsewhere.has(indicator))
      return element('span', 'tally', say.elsewhere(elsewhere.get(indicator)));
    if (isExempt(indicator)) return element('span', 'tally', say.also.exempt);
    if (keptElsewhere(indicator))
      return element('span', 'tally', say.elsewhereToo(keptElsewhere(indicator)));
    if (asksForFiles(indicator)) return element('span', 'tally none', say.missing);
    return element('span', 'tally', indicator.unowed ? say.unowed[indicator.unowed] : '—');
  }

  function summaryOf(indicator) {
    var line = element('summary');
    line.append(element('span', 'code', indicator.code), element('span', 'name', indicator.name));
    if (indicator.points)
      line.append(element('span', 'points', WORDS[language].points(indicator.points)));
    line.append(tally(indicator, countOf(indicator)));
    return line;
  }

  // One line beside its label, several below it.
  function aboutLines(label, texts) {
    if (texts.length === 0) return [];
    if (texts.length === 1) return [element('p', 'about', label + texts[0])];
    return [element('p', 'about', label), linesOf(texts)];
  }

  function linesOf(texts) {
    var list = element('ul', 'about');
    texts.forEach(function (text) {
      var inner = /^(?:· )*/.exec(text)[0].length / 2;
      var item = element('li', '', text.slice(inner * 2));
      item.style.marginLeft = inner * 1.5 + 'em';
      list.append(item);
    });
    return list;
  }

  function aboutOf(indicator, count) {
    var say = WORDS[language];
    var lines = [];
    function put(line) {
      lines.push(line);
    }
    if (indicator.standard) lines.push(element('p', 'about', indicator.standard));
    if (isLeaf(indicator)) aboutLines(say.asks, indicator.asks).forEach(put);
    aboutLines(say.scoring, indicator.scoring).forEach(put);
    if (indicator.owners.length > 0) {
      lines.push(
        element('p', 'about', say.owners + indicator.owners.join(language === 'zh' ? '、' : ', ')),
      );
    }
    if (isLeaf(indicator) && count === 0 && !indicator.filed)
      lines.push(element('p', 'about', say.notFiled));
    return lines;
  }

  // What is between the indicator's folder and the file: a year, a folder of the clerk's own.
  function whereOf(row, indicator) {
    var folders = indicator ? indicator.folders : ['data'];
    for (var at = 0; at < folders.length; at += 1) {
      if (row[PATH].indexOf(folders[at] + '/') === 0) {
        return row[PATH].slice(folders[at].length + 1)
          .split('/')
          .slice(0, -1)
          .join('/');
      }
    }
    return '';
  }

  // Cut off on the screen where it is too long.
  function whereMark(text) {
    var mark = element('span', 'where', text);
    mark.title = text;
    return mark;
  }

  function fileRow(row, indicator, words) {
    var name = row[PATH].slice(row[PATH].lastIndexOf('/') + 1);
    var dot = name.lastIndexOf('.');
    var item = element('li');
    var number = /^\d+(?=：)/.exec(name);
    item.append(element('span', 'number', number ? number[0] : ''));
    var link = element('a');
    putMarked(link, number && row[TITLE] ? row[TITLE] : name, words);
    link.href = addressOf(row[PATH]);
    link.target = '_blank';
    link.rel = 'noopener';
    link.title = name;
    item.append(link);
    var proves = provesOf.get(row[PATH]);
    if (proves) item.append(element('span', 'is', WORDS[language].proves(proves)));
    if (row[NUMBER]) item.append(element('span', 'where', row[NUMBER]));
    var where = whereOf(row, indicator);
    if (where) item.append(whereMark(where));
    if (row[ACTIVITY] && row[ACTIVITY] !== where) item.append(whereMark(row[ACTIVITY]));
    if (row[DATE]) item.append(element('span', 'date', row[DATE]));
    item.append(element('span', 'kind', dot > 0 ? name.slice(dot + 1, dot + 6) : ''));
    item.append(element('span', 'size', sizeText(row[BYTES])));
    if (row[CAPTION]) item.append(element('p', 'caption', row[CAPTION]));
    return item;
  }

  function alsoRow(row) {
    var item = element('li');
    item.append(
      element('span', 'number', ''),
      element('span', row[IS] === 'unproved' ? 'is none' : 'is', WORDS[language].also[row[IS]]),
    );
    var isLink = row[IS] === 'link' && /^https?:\/\//i.test(row[ADDRESS]);
    var isHere = row[IS] !== 'link' && row[ADDRESS] !== '';
    var words = element(isLink || isHere ? 'a' : 'span', 'what', row[SAID]);
    if (isLink || isHere) {
      words.href = isLink ? row[ADDRESS] : addressOf(row[ADDRESS]);
      words.target = '_blank';
      words.rel = 'noopener';
    }
    item.append(words);
    if (row[ABOUT]) item.append(element('span', 'date', row[ABOUT]));
    if (row[IS] === 'link') item.append(element('p', 'caption', row[ADDRESS]));
    return item;
  }

  function alsoList(indicator) {
    var list = element('ol', 'also');
    alsoOf(indicator).forEach(function (row) {
      list.append(alsoRow(row));
    });
    return list;
  }

  function filesList(rows, indicator, words) {
    var list = element('ol');
    rows.forEach(function (row) {
      list.append(fileRow(row, indicator, words));
    });
    return list;
  }

  // Rows are made when they are first shown: a page of a hundred thousand files must open at once.
  function branch(indicator, depth, ancestors) {
    var rows = filesOf.get(indicator.id) || [];
    var leaf = isLeaf(indicator);
    var section = element('section', depth === 0 ? 'group' : leaf ? 'leaf' : 'inner');
    var details = element('details');
    details.append(summaryOf(indicator));
    section.append(details);
    var node = {
      indicator: indicator,
      section: section,
      details: details,
      ancestors: ancestors,
      rows: rows,
      // All its files; while something is searched for, those that are found.
      list: undefined,
      found: undefined,
      wasOpen: undefined,
      label: details.querySelector('.name'),
      // What is searched: its own words and those above it.
      text: searchable(
        [ancestors.length > 0 ? ancestors[ancestors.length - 1].text : '']
          .concat(indicator.code, indicator.name)
          .concat(
            alsoOf(indicator).map(function (row) {
              return row[SAID];
            }),
          )
          .join(' '),
      ),
      missing: leaf && indicator.filed && rows.length === 0 && asksForFiles(indicator),
      show: function () {
        if (node.list || rows.length === 0) return;
        node.list = filesList(rows, indicator, []);
        node.list.hidden = node.found !== undefined;
        details.insertBefore(node.list, node.mark.nextSibling);
      },
    };
    aboutOf(indicator, rows.length).forEach(function (line) {
      details.append(line);
    });
    node.mark = details.lastChild;
    if (alsoOf(indicator).length > 0) details.append(alsoList(indicator));
    details.addEventListener('toggle', function () {
      if (details.open && !node.found) node.show();
    });
    leaves.push(node);
    indicator.children.forEach(function (child) {
      details.append(branch(child, depth + 1, ancestors.concat(node)));
    });
    var sheet = marking.isOn() && marking.sheetOf(indicator);
    if (sheet) section.append(sheet);
    return section;
  }

  var SHOWN_AT_ONCE = 2000;
  var FOUND_AT_ONCE = 200;

  function draw() {
    var say = WORDS[language];
    document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en';
    document.title = head.system.title + ' · ' + say.title;
    byId('title').textContent = head.system.title;
    byId('facts').textContent = say.facts(head);
    byId('search').placeholder = say.search;
    byId('language').textContent = say.language;
    byId('footer').textContent = say.footer(head);
    Array.prototype.forEach.call(document.querySelectorAll('[data-say]'), function (each) {
      each.textContent = say[each.getAttribute('data-say')];
    });
    byId('fold').textContent = folded ? say.unfold : say.fold;
    marking.draw(language);
    drawTree(say);
    drawContents();
    drawSummary(say);
    filter();
    marking.drawn();
  }

  function drawTree(say) {
    leaves = [];
    var tree = byId('tree');
    tree.textContent = '';
    head.indicators.forEach(function (indicator, at) {
      var section = branch(indicator, 0, []);
      section.id = 'i' + at;
      tree.append(section);
    });
    var other = filesOf.get('');
    if (other) {
      var extra = {
        id: '',
        code: '',
        name: say.other,
        owners: [],
        asks: [],
        scoring: [],
        filed: false,
        folders: ['data'],
        children: [],
      };
      var section = branch(extra, 0, []);
      section.id = 'other';
      tree.append(section);
    }
    if (head.vetoes.length > 0) tree.append(vetoes(say));
    if (marking.isOn()) tree.append(marking.closing());
    unfoldAll(!folded);
  }

  function vetoes(say) {
    var section = element('section', 'group');
    var details = element('details');
    var line = element('summary');
    line.append(element('span', 'name', say.vetoes));
    details.append(line);
    head.vetoes.forEach(function (veto) {
      details.append(element('p', 'veto', veto.words));
      aboutLines(say.asks, veto.asks).forEach(function (each) {
        details.append(each);
      });
      if (veto.also.length > 0) details.append(alsoList(veto));
      var sheet = marking.isOn() && marking.vetoSheet(veto.code);
      if (sheet) details.append(sheet);
    });
    details.open = true;
    section.id = 'vetoes';
    section.append(details);
    return section;
  }

  function unfoldAll(open) {
    var many = data.evidence.length > SHOWN_AT_ONCE;
    leaves.forEach(function (node) {
      node.details.open = open && !(many && isLeaf(node.indicator));
      if (node.details.open) node.show();
    });
  }

  function drawContents() {
    var nav = byId('contents');
    nav.textContent = '';
    head.indicators.forEach(function (indicator, at) {
      var link = element('a');
      link.href = '#i' + at;
      link.append(
        element('span', 'name', indicator.code + ' ' + indicator.name),
        tally(indicator, countOf(indicator)),
      );
      nav.append(link);
    });
    var say = WORDS[language];
    var other = filesOf.get('');
    if (other) putContent(nav, '#other', say.other, say.files(other.length), 'tally none');
    var vetoes = head.vetoes.length;
    if (vetoes > 0) putContent(nav, '#vetoes', say.vetoes, say.items(vetoes), 'tally');
  }

  function putContent(nav, place, name, count, className) {
    var link = element('a');
    link.href = place;
    link.append(element('span', 'name', name), element('span', className, count));
    nav.append(link);
  }

  // Without anything, of its own or of others, and nothing missing.
  function isUnowed(why) {
    return function (node) {
      var isElsewhere = isExempt(node.indicator) || keptElsewhere(node.indicator);
      return node.rows.length === 0 && node.indicator.unowed === why && !isElsewhere;
    };
  }

  function drawSummary(say) {
    drawPart(say);
    var asked = leaves.filter(function (node) {
      return isLeaf(node.indicator) && node.indicator.filed && !elsewhere.has(node.indicator);
    });
    var exempt = asked.filter(function (node) {
      return node.rows.length === 0 && isExempt(node.indicator);
    }).length;
    var optional = asked.filter(isUnowed('optional')).length;
    var shared = asked.filter(isUnowed('shared')).length;
    var missing = asked.filter(function (node) {
      return node.missing;
    }).length;
    byId('summary').textContent = say.summary({
      leaves: asked.length - exempt - optional - shared,
      filled: asked.length - exempt - optional - shared - missing,
      missing: missing,
      exempt: exempt,
      optional: optional,
      shared: shared,
      files: data.evidence.length,
      size: sizeText(
        data.evidence.reduce(function (sum, row) {
          return sum + row[BYTES];
        }, 0),
      ),
    });
    drawFindings(say);
  }

  // What the unit knew, and did not mend: worst first, told where it is.
  function drawFindings(say) {
    var told = data.findings;
    var place = byId('findings');
    place.hidden = told.list.length === 0;
    place.textContent = '';
    if (place.hidden) return;
    place.append(element('summary', '', say.findings(told)));
    var list = element('ul', 'about');
    told.list.forEach(function (row) {
      var item = element('li');
      item.append(element('span', 'severity ' + row[0], say.severity[row[0]]));
      item.append(element('span', 'code', row[1]), element('span', 'words', row[2]));
      var where = element('span', 'where', row[3].slice(row[3].lastIndexOf('/') + 1));
      where.title = row[3];
      item.append(where);
      list.append(item);
    });
    var left = told.error + told.warning + told.waived - told.list.length;
    if (left > 0) list.append(element('li', '', say.unlisted(left)));
    place.append(list);
  }

  function drawPart(say) {
    var place = byId('part');
    place.hidden = !head.part;
    if (!head.part) return;
    var numbers = head.part.others.map(function (other) {
      return other.number;
    });
    place.textContent = say.part(head.part, numbers.join(say.listMark));
  }

  function hasAll(text, words) {
    return words.every(function (word) {
      return text.indexOf(word) >= 0;
    });
  }

  // One of the words at least is the file's own; the others may be those of its indicator.
  function isFound(row, node, words) {
    var own = words.some(function (word) {
      return row[NAME].indexOf(word) >= 0;
    });
    return own && hasAll(row[NAME] + ' ' + node.text, words);
  }

  // Indicators that are shown, and those of them that are found by their own words.
  function chosen(words, onlyMissing, onlyOpen) {
    var keep = new Set();
    var named = new Set();
    leaves.forEach(function (node) {
      var byName = hasAll(node.text, words);
      if (words.length > 0 && byName) named.add(node);
      var hit = byName || rowsFound(node, words).length > 0;
      if (!hit || (onlyMissing && !node.missing)) return;
      if (onlyOpen && !marking.waits(node.indicator.id)) return;
      keep.add(node);
      node.ancestors.forEach(function (each) {
        keep.add(each);
      });
    });
    return { keep: keep, named: named };
  }

  function rowsFound(node, words) {
    return node.rows.filter(function (row) {
      return isFound(row, node, words);
    });
  }

  function rowsFor(node, words, named) {
    var rows = rowsFound(node, words);
    return rows.length === 0 && named.has(node) ? node.rows : rows;
  }

  function showFound(node, rows, words, room) {
    node.found = filesList(rows.slice(0, room), node.indicator, words);
    node.found.hidden = rows.length === 0;
    if (rows.length > room) {
      node.found.append(element('li', 'more', WORDS[language].more(rows.length - room)));
    }
    if (node.list) node.list.hidden = true;
    node.details.insertBefore(node.found, node.mark.nextSibling);
  }

  function forget(node) {
    if (node.found) node.details.removeChild(node.found);
    node.found = undefined;
    if (node.list) node.list.hidden = false;
  }

  function filter() {
    var wanted = byId('search').value.trim();
    var words = searchable(wanted).split(' ').filter(Boolean);
    var onlyMissing = byId('missing').checked;
    var onlyOpen = marking.onlyOpen();
    var filtering = words.length > 0 || onlyMissing || onlyOpen;
    var choice = chosen(words, onlyMissing, onlyOpen);
    byId('partly').hidden = !filtering;
    byId('partly').textContent = WORDS[language].partly(wanted, onlyMissing, onlyOpen);
    var room = FOUND_AT_ONCE;
    leaves.forEach(function (node) {
      var kept = choice.keep.has(node);
      forget(node);
      putMarked(node.label, node.indicator.name, words);
      node.section.hidden = filtering && !kept;
      if (!filtering) {
        if (node.wasOpen !== undefined) node.details.open = node.wasOpen;
        node.wasOpen = undefined;
        if (node.details.open) node.show();
        return;
      }
      if (node.wasOpen === undefined) node.wasOpen = node.details.open;
      if (!kept || (words.length === 0 && isLeaf(node.indicator))) return;
      if (words.length > 0) {
        var rows = rowsFor(node, words, choice.named);
        showFound(node, rows, words, room);
        room = Math.max(0, room - rows.length);
      }
      node.details.open = true;
    });
    byId('nothing').hidden = !filtering || choice.keep.size > 0;
  }

  // Shown, whatever was searched for and folded.
  function reveal(id) {
    byId('search').value = '';
    byId('missing').checked = false;
    byId('open').checked = false;
    filter();
    leaves.forEach(function (node) {
      if (node.indicator.id !== id) return;
      node.ancestors.forEach(function (each) {
        each.details.open = true;
      });
    });
  }

  byId('search').addEventListener('input', filter);
  byId('missing').addEventListener('change', filter);
  byId('print').addEventListener('click', function () {
    window.print();
  });
  window.addEventListener('beforeprint', function () {
    leaves.forEach(function (node) {
      node.details.open = true;
      node.show();
    });
    byId('findings').open = true;
  });
  byId('fold').addEventListener('click', function () {
    folded = !folded;
    unfoldAll(!folded);
    byId('fold').textContent = WORDS[language][folded ? 'unfold' : 'fold'];
    filter();
  });
  byId('language').addEventListener('click', function () {
    language = language === 'zh' ? 'en' : 'zh';
    draw();
  });
  draw();
  marking.greet();
})();
