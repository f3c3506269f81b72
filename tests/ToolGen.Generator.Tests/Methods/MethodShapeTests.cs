using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using ToolGen.Generator.Tests.Harness;

namespace ToolGen.Generator.Tests.Methods;

[TestClass]
public sealed class MethodShapeTests
{
    [TestMethod]
    public async Task Every_shape_of_method_is_called_with_the_types_that_it_has()
    {
        var faults = new List<string>();
        foreach (var shape in MethodShapes.All)
        {
            var answer = await MethodProject.Shapes.Tools.Find(shape.ToolName)!.Answer(shape.Arguments);
            if (answer != shape.Answer) faults.Add($"{shape}: {answer} instead of {shape.Answer}");
        }

        Assert.IsGreaterThanOrEqualTo(60, MethodShapes.All.Select(shape => shape.Name).Distinct().Count());
        Assert.IsEmpty(faults, string.Join("\n\n", faults));
    }
}
