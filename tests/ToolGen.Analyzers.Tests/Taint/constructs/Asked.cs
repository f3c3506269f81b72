using System;
using System.Collections.Generic;
using System.Text.RegularExpressions;
using ModelContextProtocol.Server;
using Newtonsoft.Json;

internal static class FlowsWhereACallerGivesTheSlowExpression
{
    [McpServerTool] public static bool Quick(string text) => Fits("^[a-z]+$", text);
    [McpServerTool] public static bool Slow(string text) => Fits("^(a+)+$", text);
    private static bool Fits(string shape, string text) => Regex.IsMatch(text, shape);
}

internal static class StopsWhereCallersGiveQuickOnes
{
    private static readonly Regex Word = new("^[a-z]+$");
    [McpServerTool] public static bool Quick(string text) => Fits("^[0-9]+$", text) && Fits(Word, text);
    [McpServerTool] public static bool Ours() => Fits("^(a+)+$", "aaaa");
    private static bool Fits(string shape, string text) => Regex.IsMatch(text, shape);
    private static bool Fits(Regex shape, string text) => shape.IsMatch(text);
}

internal static class FlowsWhereACallerGivesTheSlowRegex
{
    [McpServerTool] public static bool Slow(string text) => Fits(new Regex("^(a+)+$"), text);
    private static bool Fits(Regex shape, string text) => shape.IsMatch(text);
}

internal static class StopsWhereACallerGivesATimeout
{
    [McpServerTool] public static bool Slow(string text) => Fits("^(a+)+$", text, TimeSpan.FromSeconds(1));
    private static bool Fits(string shape, string text, TimeSpan most) => Regex.IsMatch(text, shape, RegexOptions.None, most);
}

internal static class FlowsWhereACallerLetsTheTextNameTypes
{
    [McpServerTool] public static int Call(string json) => Read<List<object>>(json, new JsonSerializerSettings { TypeNameHandling = TypeNameHandling.All })!.Count;
    private static T? Read<T>(string json, JsonSerializerSettings how) => JsonConvert.DeserializeObject<T>(json, how);
}

internal static class StopsWhereACallerLetsItNameNone
{
    [McpServerTool] public static int Call(string json) => Read<List<object>>(json, new JsonSerializerSettings { TypeNameHandling = TypeNameHandling.None })!.Count;
    private static T? Read<T>(string json, JsonSerializerSettings how) => JsonConvert.DeserializeObject<T>(json, how);
}
