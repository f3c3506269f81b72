using System;
using System.Collections.Generic;
using ToolGen.Registry.Retrieval.Ranking;
using ToolGen.Registry.Retrieval.Text;

namespace ToolGen.Registry.Retrieval.Storage;

/// <summary>The terms of some tools, in memory, until they are written.</summary>
internal sealed class SegmentBuilder(int firstTool, int firstWord)
{
    private readonly Dictionary<string, Word> words = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> termNumbers = new(StringComparer.Ordinal);
    private readonly List<ushort> lengths = [];
    private readonly char[] buffer = new char[WordReader.MaxWord];
    private readonly char[] stem = new char[WordReader.MaxWord + 1];

    /// <summary>A word as it is written, whose grams are looked for, and its term; stop words have none.</summary>
    public readonly record struct Word(int Number, int Term);

    public int Tools => this.lengths.Count / Postings.Fields;

    public List<Term> Terms { get; } = [];

    /// <summary>Words that are not stop words, with the numbers of their terms.</summary>
    public IEnumerable<(string Text, Word Word)> Words
    {
        get
        {
            foreach (var (text, word) in this.words)
                if (word.Number >= 0) yield return (text, word);
        }
    }

    public int NextWord { get; private set; } = firstWord;

    /// <summary>For each tool the length of each field.</summary>
    public ReadOnlySpan<ushort> Lengths => System.Runtime.InteropServices.CollectionsMarshal.AsSpan(this.lengths);

    /// <summary>Adds a tool, and says its number.</summary>
    public int Add(ToolDocument tool, IReadOnlyList<string> asks)
    {
        var number = firstTool + this.Tools;
        for (var i = 0; i < Postings.Fields; i++) this.lengths.Add(0);
        this.Read(tool.Name, ToolField.Name, number);
        if (tool.Title is { } title) this.Read(title, ToolField.Title, number);
        this.Read(tool.Description, ToolField.Description, number);
        foreach (var parameter in tool.Parameters.Count > Bounds.Parameters ? System.Linq.Enumerable.Take(tool.Parameters, Bounds.Parameters) : tool.Parameters)
        {
            this.Read(parameter.Name, ToolField.Parameters, number);
            if (parameter.Description is { } description) this.Read(description, ToolField.Parameters, number);
        }

        foreach (var ask in asks) this.Read(ask, ToolField.Asks, number);
        return number;
    }

    private void Read(string text, ToolField field, int tool)
    {
        var reader = new WordReader(WordReader.Plain(text, Bounds.Text(field)), this.buffer);
        var lookup = this.words.GetAlternateLookup<ReadOnlySpan<char>>();
        var at = this.lengths.Count - Postings.Fields + (int)field;
        var before = -1;
        while (reader.Read(out var text1))
        {
            if (!lookup.TryGetValue(text1, out var word)) word = this.AddWord(text1);
            if (word.Number < 0 && field is not (ToolField.Name or ToolField.Title)) continue;
            if (this.lengths[at] == ushort.MaxValue) return;
            this.lengths[at]++;
            this.Terms[word.Term].Add(tool, (int)field);
            if (field != ToolField.Asks) continue;
            if (before >= 0) this.Terms[this.TermOf(Request.Pair(this.Terms[before].Text, this.Terms[word.Term].Text))].Add(tool, (int)field);
            before = word.Term;
        }
    }

    private Word AddWord(ReadOnlySpan<char> text)
    {
        var term = this.TermOf(PorterStemmer.Stem(text, this.stem));
        var word = new Word(StopWords.Has(text) ? -1 : this.NextWord++, term);
        this.words[text.ToString()] = word;
        return word;
    }

    private int TermOf(ReadOnlySpan<char> text)
    {
        var lookup = this.termNumbers.GetAlternateLookup<ReadOnlySpan<char>>();
        if (lookup.TryGetValue(text, out var term)) return term;
        var key = text.ToString();
        this.termNumbers[key] = this.Terms.Count;
        this.Terms.Add(new Term(key));
        return this.Terms.Count - 1;
    }

    /// <summary>A term and the tools that have it.</summary>
    internal sealed class Term(string text)
    {
        private ByteList bytes;
        private int last = -1;
        private int open = -1;
        private ulong counts;

        public string Text => text;

        public int Tools { get; private set; }

        public void Add(int tool, int field)
        {
            if (tool != this.open)
            {
                this.Flush();
                this.open = tool;
                this.Tools++;
            }

            var shift = field * 8;
            if (((this.counts >> shift) & 0xFF) < 0xFF) this.counts += 1UL << shift;
        }

        /// <summary>The postings, whole; nothing is added afterwards.</summary>
        public ReadOnlySpan<byte> Written()
        {
            this.Flush();
            return this.bytes.Written;
        }

        private void Flush()
        {
            if (this.counts == 0) return;
            this.bytes.AddNumber(this.open - this.last);
            this.last = this.open;
            byte fields = 0;
            var isOnce = true;
            for (var field = 0; field < Postings.Fields; field++)
            {
                var count = (byte)(this.counts >> (field * 8));
                if (count == 0) continue;
                fields |= (byte)(1 << field);
                isOnce &= count == 1;
            }

            this.bytes.Add(isOnce ? (byte)(fields | Postings.AllOnce) : fields);
            for (var field = 0; !isOnce && field < Postings.Fields; field++)
                if ((byte)(this.counts >> (field * 8)) is > 0 and var count) this.bytes.Add(count);
            this.counts = 0;
        }
    }
}
