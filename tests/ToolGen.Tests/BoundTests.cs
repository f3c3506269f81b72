using System.Linq;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace ToolGen.Tests;

/// <summary>What is on or near a bound is decided by its digits, also where C#'s own numbers cannot tell.</summary>
[TestClass]
public sealed class BoundTests
{
    [TestMethod]
    [DataRow("0.1", true)]
    [DataRow("0.10000000000000000000000001", true)]
    [DataRow("0.09999999999999999999999999", false)]
    [DataRow("1e-1", true)]
    [DataRow("0", false)]
    [DataRow("0.5", true)]
    [DataRow("9007199254740992", true)]
    [DataRow("9007199254740992.0", true)]
    [DataRow("9007199254740992.5", false)]
    [DataRow("9007199254740993", false)]
    public async Task Number_is_compared_with_its_bounds_exactly(string number, bool fits) =>
        Assert.AreEqual(fits, await Fits(new() { Minimum = "0.1", Maximum = "9007199254740992" }, number));

    [TestMethod]
    [DataRow("-1e-400", false)]
    [DataRow("0", true)]
    [DataRow("-0", true)]
    [DataRow("0.0", true)]
    [DataRow("1e-400", true)]
    public async Task Zero_is_a_bound_like_others(string number, bool fits) => Assert.AreEqual(fits, await Fits(new() { Minimum = "0" }, number));

    [TestMethod]
    [DataRow("0", false)]
    [DataRow("1e-400", true)]
    [DataRow("0.9999999999999999999999", true)]
    [DataRow("1", false)]
    [DataRow("1.0000", false)]
    public async Task Exclusive_bound_is_outside(string number, bool fits) => Assert.AreEqual(fits, await Fits(new() { ExclusiveMinimum = "0", Minimum = "-5", ExclusiveMaximum = "1" }, number));

    [TestMethod]
    [DataRow(0.1, "0.1000000000000000055", false)]
    [DataRow(0.1, "0.1", true)]
    [DataRow(5, "5", true)]
    [DataRow(5, "5.0", true)]
    [DataRow(-0.0, "0", true)]
    [DataRow(4.999999999999999, "5", false)]
    public async Task Number_that_is_written_is_compared_as_it_is_written(double number, string least, bool fits)
    {
        var result = await new Numbers(new(), new() { Minimum = least }, number).CallAsync("1"u8.ToArray(), new SystemToolContext());
        Assert.AreEqual(fits ? "" : "invalid_output", string.Join(" ", result.Errors.Select(error => error.Code)));
    }

    private static async Task<bool> Fits(SchemaRule rule, string number) => !(await new Numbers(rule, new(), 0).CallAsync(Encoding.UTF8.GetBytes(number), new SystemToolContext())).IsError;

    /// <summary>Reads a number by one rule and writes another by another.</summary>
    private sealed class Numbers(SchemaRule read, SchemaRule written, double answer) : Tool<double, double>
    {
        public override ToolDescriptor Descriptor { get; } = new Sample().Descriptor;

        public override ValueTask<double> RunAsync(double input, ToolContext context, CancellationToken cancellationToken = default) => new(answer);

        protected override double ReadInput(ref ToolReader reader) => reader.Double(read);

        protected override void WriteOutput(ToolWriter writer, double output) => writer.Double(output, written);
    }
}
