using System;
using System.Globalization;
using ToolGen.Specification.Specs.Format;

namespace ToolGen.Specification.Capabilities;

/// <summary>
/// Versions that a reference takes: <c>1.2.3</c> (that one), <c>1.2</c> and <c>1</c> (all that begin so), <c>^1.2</c> (from there up to the next
/// change of the first number that is not 0), <c>~1.2</c> (from there up to the next second number). Labels of a prerelease are taken only
/// where the range names a prerelease of the same three numbers, as npm has it; build labels play no part.
/// </summary>
public sealed record VersionRange
{
    private readonly Version low;
    private readonly long[] high;

    private VersionRange(string text, Version low, long[] high)
    {
        this.Text = text;
        this.low = low;
        this.high = high;
    }

    /// <summary>As written.</summary>
    public string Text { get; }

    /// <summary>Reads a range; null where it is none.</summary>
    public static VersionRange? TryParse(string text)
    {
        var sign = text.Length > 0 && text[0] is '^' or '~' ? text[0] : '\0';
        var body = sign == '\0' ? text : text.Substring(1);
        var label = body.IndexOfAny(['-', '+']);
        var given = (label < 0 ? body : body.Substring(0, label)).Split('.').Length;
        if (given > 3 || (given < 3 && label >= 0)) return null;
        var whole = body + (given == 1 ? ".0.0" : given == 2 ? ".0" : "");
        if (Version.TryParse(whole) is not { } low) return null;
        var (major, minor, patch) = (low.Numbers[0], low.Numbers[1], low.Numbers[2]);
        long[] high = sign switch
        {
            '^' when major > 0 || given == 1 => [major + 1, 0, 0],
            '^' when minor > 0 || given == 2 => [0, minor + 1, 0],
            '^' => [0, 0, patch + 1],
            '~' when given == 1 => [major + 1, 0, 0],
            '~' => [major, minor + 1, 0],
            _ when given == 1 => [major + 1, 0, 0],
            _ when given == 2 => [major, minor + 1, 0],
            _ => low.Numbers,
        };
        return new(text, low, high);
    }

    /// <summary>Whether a SemVer version lies in the range; one that is none does not.</summary>
    public bool Accepts(string version)
    {
        if (Version.TryParse(version) is not { } given) return false;
        if (ReferenceEquals(this.high, this.low.Numbers)) return given.CompareTo(this.low) == 0;
        if (given.Label.Length > 0 && (this.low.Label.Length == 0 || Version.Compare(given.Numbers, this.low.Numbers) != 0)) return false;
        return given.CompareTo(this.low) >= 0 && Version.Compare(given.Numbers, this.high) < 0;
    }

    /// <summary>Which of two SemVer versions comes first: below 0 the left one; one that is no version comes before all that are.</summary>
    public static int Compare(string left, string right) => (Version.TryParse(left), Version.TryParse(right)) switch
    {
        ({ } first, { } second) => first.CompareTo(second),
        (null, null) => string.CompareOrdinal(left, right),
        (null, _) => -1,
        _ => 1,
    };

    /// <inheritdoc/>
    public bool Equals(VersionRange? other) => other?.Text == this.Text;

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(this.Text);

    /// <inheritdoc/>
    public override string ToString() => this.Text;

    /// <summary>Three numbers and the label of a prerelease (semver.org, 11).</summary>
    private sealed record Version(long[] Numbers, string Label)
    {
        public static Version? TryParse(string text)
        {
            if (!SemanticVersion.IsValid(text)) return null;
            var plus = text.IndexOf('+');
            if (plus >= 0) text = text.Substring(0, plus);
            var dash = text.IndexOf('-');
            var numbers = (dash < 0 ? text : text.Substring(0, dash)).Split('.');
            return new(Array.ConvertAll(numbers, number => long.Parse(number, CultureInfo.InvariantCulture)), dash < 0 ? "" : text.Substring(dash + 1));
        }

        public static int Compare(long[] left, long[] right)
        {
            for (var i = 0; i < 3; i++)
                if (left[i] != right[i]) return left[i].CompareTo(right[i]);
            return 0;
        }

        public int CompareTo(Version other)
        {
            var numbers = Compare(this.Numbers, other.Numbers);
            if (numbers != 0) return numbers;
            if (this.Label.Length == 0 || other.Label.Length == 0) return other.Label.Length.CompareTo(this.Label.Length);
            var (left, right) = (this.Label.Split('.'), other.Label.Split('.'));
            for (var i = 0; i < Math.Min(left.Length, right.Length); i++)
            {
                var order = CompareLabels(left[i], right[i]);
                if (order != 0) return order;
            }

            return left.Length.CompareTo(right.Length);
        }

        // Numbers come before words; numbers of any length by their digits, which have no leading zero.
        private static int CompareLabels(string left, string right)
        {
            var (leftIsNumber, rightIsNumber) = (IsNumber(left), IsNumber(right));
            if (leftIsNumber != rightIsNumber) return leftIsNumber ? -1 : 1;
            if (leftIsNumber && left.Length != right.Length) return left.Length.CompareTo(right.Length);
            return string.CompareOrdinal(left, right);
        }

        private static bool IsNumber(string text)
        {
            foreach (var c in text)
                if (c is < '0' or > '9') return false;
            return true;
        }
    }
}
