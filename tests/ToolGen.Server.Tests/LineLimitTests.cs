using System.IO;
using System.Text;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using ToolGen.Server.Stdio;

namespace ToolGen.Server.Tests;

[TestClass]
public sealed class LineLimitTests
{
    [TestMethod]
    [DataRow("one\ntwo\n", "one\ntwo\n")]
    [DataRow("12345\n123456\n1234567890\nok\n", "12345\n12345\n12345\nok\n")]
    [DataRow("1234567890", "12345")]
    [DataRow("\n\n", "\n\n")]
    public void Of_a_longer_line_the_rest_is_left_out(string text, string expected)
    {
        foreach (var size in new[] { 1, 2, 3, 7, 100 })
        {
            using var limited = new LineLimit(new MemoryStream(Encoding.UTF8.GetBytes(text)), 5);
            var read = new MemoryStream();
            var buffer = new byte[size];
            while (limited.Read(buffer, 0, size) is > 0 and var count) read.Write(buffer, 0, count);
            Assert.AreEqual(expected, Encoding.UTF8.GetString(read.ToArray()), $"{size} at a time");
        }
    }
}
