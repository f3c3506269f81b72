using System;
using System.Globalization;
using System.Numerics;
using System.Text;
using System.Text.Json;
using ToolGen.Checks;

namespace ToolGen;

public ref partial struct ToolReader
{
    /// <summary>An integer of 32 bits: the schema's bounds say so, <c>1.0</c> is one too.</summary>
    public int Int32(SchemaRule? rule = null)
    {
        var value = this.Int64(rule);
        if (value is >= int.MinValue and <= int.MaxValue) return (int)value;

        // Bounds of the rule have spoken already.
        if (rule is null) this.Unheld("integers of 32 bits");
        return 0;
    }

    /// <summary>An integer of 64 bits.</summary>
    public long Int64(SchemaRule? rule = null)
    {
        if (!this.AtNumber("an integer")) return 0;
        if (!this.json.TryGetInt64(out var value) && !ExactNumber.TryGetInt64(this.json.ValueSpan, out value))
        {
            if (!this.Integral()) return 0;
            var before = this.ErrorCount;
            rule?.CheckNumber(ref this);
            if (before == this.ErrorCount) this.Unheld("integers of 64 bits");
            return 0;
        }

        if (rule is not null && !rule.Takes(value)) rule.CheckNumber(ref this);
        return value;
    }

    /// <summary>An integer of any size up to 10,000 digits.</summary>
    public BigInteger Big(SchemaRule? rule = null)
    {
        if (!this.AtNumber("an integer") || !this.Integral()) return default;
        if (!ExactNumber.TryGetBigInteger(this.json.ValueSpan, out var value)) this.Unheld("integers of at most 10,000 digits");
        else rule?.CheckNumber(ref this);
        return value;
    }

    /// <summary>A number as the nearest double.</summary>
    public double Double(SchemaRule? rule = null)
    {
        if (!this.AtNumber("a number")) return 0;
        if (!this.json.TryGetDouble(out var value) || !double.IsFinite(value))
        {
            this.Unheld("numbers up to 1.8e308");
            return 0;
        }

        if (rule is not null && !rule.Takes(value)) rule.CheckNumber(ref this);
        return value;
    }

    /// <summary>A number as decimal: up to 28 significant digits, exactly.</summary>
    public decimal Decimal(SchemaRule? rule = null)
    {
        if (!this.AtNumber("a number")) return 0;
        var text = this.json.ValueSpan;
        if (!NumberFormats.IsDecimal(text) || !decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value))
        {
            this.Unheld("decimals of at most 28 digits");
            return 0;
        }

        rule?.CheckNumber(ref this);
        return value;
    }

    private bool AtNumber(string expected)
    {
        if (this.json.TokenType == JsonTokenType.Number) return true;
        this.Mismatch(expected);
        return false;
    }

    private bool Integral()
    {
        if (ExactNumber.IsInteger(this.json.ValueSpan)) return true;
        if (this.Tells()) this.Violation(Faults.Type("an integer"));
        return false;
    }
}
