using System.Globalization;
using System.Numerics;
using System.Text;
using CsCheck;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using ToolGen.Checks;

namespace ToolGen.Specification.Tests.Checks;

[TestClass]
public sealed class ExactNumberTests
{
    private static readonly Gen<(string Text, BigInteger Unscaled, int Exponent)> Numbers =
        Gen.Select(Gen.Long, Gen.Int[-30, 30], Gen.Int[0, 4], (unscaled, exponent, form) => (Print(unscaled, exponent, form), new BigInteger(unscaled), exponent));

    [TestMethod]
    public void Orders_as_integers_brought_to_one_exponent() =>
        Gen.Select(Numbers, Numbers).Sample((left, right) =>
        {
            var expected = Scaled(left).CompareTo(Scaled(right));
            Assert.AreEqual(expected, int.Sign(ExactNumber.Compare(left.Text, right.Text)), $"{left.Text} {right.Text}");
            Assert.AreEqual(expected, int.Sign(ExactNumber.Compare(Utf8(left.Text), Utf8(right.Text))));
            Assert.AreEqual(expected == 0, ExactNumber.Key(left.Text) == ExactNumber.Key(right.Text));
        });

    [TestMethod]
    public void Divides_as_integers_brought_to_one_exponent() =>
        Gen.Select(Numbers, Gen.Int[1, 5_000], Gen.Int[-3, 3]).Sample((number, divisor, exponent) =>
        {
            var by = (Text: divisor.ToString(CultureInfo.InvariantCulture) + "e" + exponent, Unscaled: new BigInteger(divisor), Exponent: exponent);
            Assert.AreEqual((Scaled(number) % Scaled(by)).IsZero, ExactNumber.IsMultipleOf(number.Text, by.Text), $"{number.Text} {by.Text}");
            Assert.IsTrue(ExactNumber.IsMultipleOf((number.Unscaled * divisor).ToString(CultureInfo.InvariantCulture) + "e" + exponent, by.Text));
        });

    [TestMethod]
    public void Reads_integers_of_64_bits_and_no_others() =>
        Numbers.Sample(number =>
        {
            var value = Scaled(number) / BigInteger.Pow(10, 40);
            var isWhole = (Scaled(number) % BigInteger.Pow(10, 40)).IsZero;
            Assert.AreEqual(isWhole, ExactNumber.IsInteger(number.Text), number.Text);
            Assert.AreEqual(isWhole && value >= long.MinValue && value <= long.MaxValue, ExactNumber.TryGetInt64(number.Text, out var read), number.Text);
            if (read != 0) Assert.AreEqual(value, read);
            if (isWhole)
            {
                Assert.IsTrue(ExactNumber.TryGetBigInteger(number.Text, out var big));
                Assert.AreEqual(value, big);
            }
        });

    [TestMethod]
    [DataRow("9223372036854775807", true)]
    [DataRow("-9223372036854775808", true)]
    [DataRow("9223372036854775808", false)]
    [DataRow("-9223372036854775809", false)]
    [DataRow("9999999999999999999", false)]
    [DataRow("-0.0", true)]
    public void Knows_the_ends_of_64_bits(string text, bool fits) => Assert.AreEqual(fits, ExactNumber.TryGetInt64(text, out _));

    [TestMethod]
    [DataRow("1e999999999", "1e999999998", 1)]
    [DataRow("-1e999999999", "1", -1)]
    [DataRow("1e-999999999", "0", 1)]
    [DataRow("1e99999999999999999999999999", "9e99", 1)]
    [DataRow("0e99999999999999999999999999", "-0", 0)]
    public void Compares_hostile_exponents_without_writing_them_out(string left, string right, int expected) =>
        Assert.AreEqual(expected, int.Sign(ExactNumber.Compare(left, right)));

    [TestMethod]
    public void Divides_hostile_numbers_without_writing_them_out()
    {
        Assert.IsTrue(ExactNumber.IsMultipleOf("1e999999999", "0.0000001"));
        Assert.IsFalse(ExactNumber.IsMultipleOf("1e999999999", "3"));
        Assert.IsFalse(ExactNumber.IsMultipleOf("1e-999999999", "3"));
        Assert.IsTrue(ExactNumber.IsMultipleOf("123456789012345678901234567890", "123456789012345678901234567890"));
        Assert.IsFalse(ExactNumber.IsMultipleOf(new string('7', 100_000), "123456789012345678901234567891"));
    }

    [TestMethod]
    public void Knows_what_a_decimal_holds_exactly() =>
        Gen.Select(Gen.Decimal, Gen.Int[0, 3]).Sample((value, zeros) =>
        {
            var text = value.ToString(CultureInfo.InvariantCulture);
            Assert.IsTrue(NumberFormats.IsDecimal(text), text);
            var more = (text.Contains('.') ? text : text + ".") + new string('0', zeros + 1) + "1e-29";
            Assert.IsFalse(NumberFormats.IsDecimal(more), more);
        });

    private static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);

    private static BigInteger Scaled((string Text, BigInteger Unscaled, int Exponent) number) => number.Unscaled * BigInteger.Pow(10, number.Exponent + 40);

    // The same value in several spellings: 15e-1, 150e-2, 0.15e1, 1.5E+0.
    private static string Print(long unscaled, int exponent, int form)
    {
        var digits = BigInteger.Abs(unscaled).ToString(CultureInfo.InvariantCulture);
        var sign = unscaled < 0 ? "-" : "";
        return form switch
        {
            0 => $"{sign}{digits}e{exponent}",
            1 => $"{sign}{(digits == "0" ? "0" : digits + "0")}E{exponent - 1}",
            2 => $"{sign}0.{digits}e+{exponent + digits.Length}".Replace("e+-", "e-"),
            3 => $"{sign}{digits[0]}.{digits[1..]}00e{exponent + digits.Length - 1}",
            _ => $"{sign}{digits}.000e{exponent}",
        };
    }
}
