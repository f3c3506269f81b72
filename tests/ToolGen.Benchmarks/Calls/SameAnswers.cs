using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.Json;

namespace ToolGen.Benchmarks.Calls;

/// <summary>Whether all forms say the same: the figures mean nothing otherwise.</summary>
internal static class SameAnswers
{
    public static IEnumerable<Claim> Judge(IReadOnlyList<CallCase> cases)
    {
        int right = 0, same = 0, wrong = 0, refused = 0, refusedByFactory = 0;
        foreach (var one in cases)
        {
            var forms = new CallForms(one);
            foreach (var arguments in one.Right)
            {
                right++;
                if (forms.OfTool(arguments) is { } answer && Equal(answer, forms.OfHand(arguments)) && Equal(answer, forms.OfFactory(arguments))) same++;
            }

            foreach (var arguments in one.Wrong)
            {
                wrong++;
                if (forms.OfTool(arguments) is null && forms.OfHand(arguments) is null) refused++;
                if (forms.OfFactory(arguments) is null) refusedByFactory++;
            }
        }

        yield return new("all three forms give the same outputs", Text(same, right), same == right);
        yield return new("ToolGen and the code by hand refuse every wrong call", $"{Text(refused, wrong)} (the factory refuses {refusedByFactory})", refused == wrong);
    }

    private static bool Equal(string left, string? right) => right is not null && JsonElement.DeepEquals(JsonDocument.Parse(left).RootElement, JsonDocument.Parse(right).RootElement);

    private static string Text(int count, int all) => string.Create(CultureInfo.InvariantCulture, $"{count} of {all}");
}
