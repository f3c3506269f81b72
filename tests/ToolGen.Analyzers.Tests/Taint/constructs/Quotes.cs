using System.Collections.Generic;
using System.Linq;
using System.Text;
using System.Xml;
using System.Xml.XPath;
using ModelContextProtocol.Server;

internal static class StopsWhereTheQuotesWereCutOut
{
    private static readonly XmlDocument Books = new();
    [McpServerTool] public static int Call(string title) => Books.SelectNodes("//book[title=" + Written(title) + "]")!.Count;
    private static string Written(string text) => "concat('', " + string.Join(", '\"', ", text.Split('"').Where(piece => piece.Length > 0).Select(piece => $"\"{piece}\"")) + ")";
}

internal static class StopsWhereAHelperPutsEachPieceInQuotes
{
    private static readonly XPathNavigator Books = new XmlDocument().CreateNavigator()!;
    [McpServerTool]
    public static void Call(string title)
    {
        var pieces = new List<string>();
        foreach (var piece in title.Split('\'')) pieces.Add(InQuotes(piece));
        Books.Select("//book[title=concat(" + string.Join(", \"'\", ", pieces) + ", '')]");
    }

    private static string InQuotes(string piece) => "'" + piece + "'";
}

internal static class FlowsWhereTheWrongQuoteWasCutOut
{
    private static readonly XmlDocument Books = new();
    [McpServerTool] public static int Call(string title) => Books.SelectNodes("//book[title=concat(" + string.Join(", '', ", title.Split('"').Select(piece => "'" + piece + "'")) + ", '')]")!.Count;
}

internal static class FlowsWhereThePiecesArePutTogetherAgain
{
    private static readonly XmlDocument Books = new();
    [McpServerTool] public static int Call(string title) => Books.SelectNodes("//book[title=" + title.Split('\'').Aggregate((before, piece) => "'" + before + "'" + piece + "'") + "]")!.Count;
}

internal static class FlowsWhereAnotherCallerHasTheQuotes
{
    private static readonly XmlDocument Books = new();
    [McpServerTool] public static int Pieces(string title) => Books.SelectNodes("//book[" + string.Join(" or ", title.Split('\'').Select(One)) + "]")!.Count;
    [McpServerTool] public static int Whole(string title) => Books.SelectNodes("//book[" + One(title) + "]")!.Count;
    private static string One(string piece) => "title='" + piece + "'";
}
