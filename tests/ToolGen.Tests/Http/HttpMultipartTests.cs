using System;
using System.Collections.Generic;
using System.Linq;
using System.Net.Http;
using System.Threading.Tasks;
using CsCheck;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using ToolGen.Http;
using ToolGen.TestSupport;
using ToolGen.Values;

namespace ToolGen.Tests.Http;

/// <summary>Whatever a value is, it comes out of its part as it went in, or is refused.</summary>
[TestClass]
public sealed class HttpMultipartTests
{
    private static readonly string[] Nasty =
        ["", ".", "..", "a/b", "..\\x", "a\"; filename=\"b", "a\r\nContent-Type: text/html\r\n\r\n<b>", "a\nb", "a\0b", "\u007f", "a%22b", "%0d%0a", "\u202egnp.exe", "a\u2028b", "\ud800", " a", "a ", "\ufeffa"];

    private static readonly Gen<string> Names = Gen.OneOf(
        Gen.String, Gen.String[Gen.Char["ab.-_ éß日\ud83d\ude00%\"\\/\r\n\0;=2d"], 1, 20], Gen.Int[0, Nasty.Length - 1].Select(i => Nasty[i]), Gen.String[Gen.Char.AlphaNumeric, 1, 30].Select(name => name + ".png"));

    private static readonly Gen<byte[]> Contents = Gen.OneOf(
        Gen.Byte.Array[0, 200], Gen.Select(Gen.Byte.Array[0, 20], Gen.Byte.Array[0, 20], (a, b) => (byte[])[.. a, .. "\r\n--"u8, .. b, .. "\r\n\r\n--\r\n"u8]));

    [TestMethod]
    public void Bytes_and_file_names_come_out_as_they_went_in() => Gen.Select(Contents, Names, Contents).Sample((first, name, second) =>
    {
        HttpBody body;
        try
        {
            body = new HttpMultipart().File("a[0]", Memory(first), "/a").Named(name, "/n").Text("t", name.Length == 0 ? "x" : "é" + first.Length).File("b", new[] { Memory(second), Memory(first) }).As("image/png").Body();
        }
        catch (ToolException e)
        {
            return e is { Code: "invalid_input", Pointer: "/n" };
        }

        var parts = Read(body);
        return parts.Count == 4 && parts[0] is { Name: "a[0]", ContentType: "application/octet-stream" } && parts[0].FileName == (name.Length == 0 ? "a[0]" : name)
            && parts[0].Content.SequenceEqual(first) && parts[1] is { FileName: null, ContentType: null } && parts[2].Content.SequenceEqual(second) && parts[3].Content.SequenceEqual(first)
            && parts[2] is { Name: "b", FileName: "b", ContentType: "image/png" } && parts[3].FileName == "b-2";
    }, iter: 5_000);

    [TestMethod]
    public void A_file_name_that_could_end_its_quotes_or_line_is_refused()
    {
        foreach (var name in Nasty.Skip(1))
            Assert.AreEqual("invalid_input /n", Refused(() => new HttpMultipart().File("a", Memory([1])).Named(name, "/n")), name);
        Assert.AreEqual("invalid_input /n", Refused(() => new HttpMultipart().File("a", Memory([1])).Named(new string('a', 201), "/n")));
    }

    [TestMethod]
    [DataRow("photo.png")]
    [DataRow("größe 日本.tar.gz")]
    [DataRow("100% a;b=c'(1).txt")]
    [DataRow("\ud83d\ude00.png")]
    [DataRow(".profile")]
    public void A_file_name_of_visible_characters_is_sent_as_it_is(string name) =>
        Assert.AreEqual(name, Read(new HttpMultipart().File("a", Memory([1])).Named(name).Body()).Single().FileName);

    [TestMethod]
    [DataRow("image/png", true)]
    [DataRow("text/csv; charset=utf-8", true)]
    [DataRow("application/vnd.api+json;v=1", true)]
    [DataRow("image", false)]
    [DataRow("image/*", false)]
    [DataRow("image/png\r\nX: y", false)]
    [DataRow("image/png; name=\"a\"", false)]
    [DataRow("image/pn g", false)]
    [DataRow("image/png;", false)]
    [DataRow("multipart/mixed; boundary=x", false)]
    [DataRow("Message/rfc822", false)]
    [DataRow("té/xt", false)]
    public void A_type_is_a_media_type_or_refused(string type, bool isSent)
    {
        if (isSent) Assert.AreEqual(type, Read(new HttpMultipart().File("a", Memory([1])).As(type, "/t").Body()).Single().ContentType);
        else Assert.AreEqual("invalid_input /t", Refused(() => new HttpMultipart().File("a", Memory([1])).As(type, "/t")));
    }

    [TestMethod]
    public void Files_of_one_name_are_called_by_a_list_or_numbered()
    {
        ReadOnlyMemory<byte>[] three = [Memory([1]), Memory([2]), Memory([3])];
        CollectionAssert.AreEqual(new[] { "a.png", "a-2.png", "a-3.png" }, Read(new HttpMultipart().File("f", three).Named("a.png").Body()).Select(part => part.FileName).ToList());
        CollectionAssert.AreEqual(new[] { "x", "y", "z" }, Read(new HttpMultipart().File("f", three).Named(new[] { "x", "y", "z" }).Body()).Select(part => part.FileName).ToList());
        Assert.AreEqual("invalid_input /n", Refused(() => new HttpMultipart().File("f", three).Named(new[] { "x" }, "/n")));
        Assert.AreEqual("invalid_input /n", Refused(() => new HttpMultipart().File("f", three).Named(new[] { "x", null, "y" }, "/n")));
    }

    [TestMethod]
    public void Null_leaves_a_part_out_and_no_part_is_no_body()
    {
        Assert.IsNull(new HttpMultipart().Text("a", null).Json("b", null).File("c", null).Named("x").As("image/png").Body().Bytes);
        Assert.AreEqual("z = 1|j [] application/json {}", Said(new HttpMultipart().Text("a", null).Text("z", 1).Json("j", JsonBody.Of(writer => { writer.Object(); writer.EndObject(); })).Body()));
    }

    [TestMethod]
    public void The_boundary_is_drawn_again_while_it_stands_in_a_part()
    {
        var drawn = new Queue<string>(["AAAAAAAAAAAAAAAAAAAAAAAA", "BBBBBBBBBBBBBBBBBBBBBBBB", "CCCCCCCCCCCCCCCCCCCCCCCC"]);
        var body = new HttpMultipart().Text("a", "xAAAAAAAAAAAAAAAAAAAAAAAA").File("b", Memory([1])).Named("BBBBBBBBBBBBBBBBBBBBBBBB.png").Body(drawn.Dequeue);
        Assert.AreEqual("multipart/form-data; boundary=CCCCCCCCCCCCCCCCCCCCCCCC", body.ContentType);
        Assert.HasCount(2, Read(body));
    }

    [TestMethod]
    public void Boundaries_of_equal_bodies_differ()
    {
        var types = Enumerable.Range(0, 50).Select(_ => new HttpMultipart().Text("a", "b").Body().ContentType).ToList();
        CollectionAssert.AllItemsAreUnique(types);
    }

    [TestMethod]
    public void A_body_beyond_the_cap_is_limit()
    {
        var half = Memory(new byte[HttpMultipart.MaxBytes / 2]);
        Assert.AreEqual("limit /b", Refused(() => new HttpMultipart().File("a", half).File("b", new[] { half, Memory([1]) }, "/b")));
        Assert.AreEqual("limit ", Refused(() => new HttpMultipart().File("a", new[] { half, half }).Body()));
        Assert.AreEqual("limit /t", Refused(() => new HttpMultipart().Text("t", Enumerable.Repeat("x", HttpMultipart.MaxParts + 1), "/t")));
    }

    [TestMethod]
    [DataRow("")]
    [DataRow("a\"b")]
    [DataRow("a\r\nb")]
    [DataRow("é")]
    public void A_name_that_no_spec_may_have_is_an_error_of_the_caller(string name) => Assert.ThrowsExactly<ArgumentException>(() => new HttpMultipart().Text(name, "x"));

    [TestMethod]
    public void Half_a_surrogate_pair_is_no_text() => Assert.AreEqual("invalid_input /t", Refused(() => new HttpMultipart().Text("a", "x\ud800", "/t")));

    // Why the framework's own content is not what writes the parts: RFC 7578 §4.2 forbids filename*, and a name with a blank is not quoted by it.
    [TestMethod]
    public async Task The_content_of_the_framework_writes_what_the_RFC_forbids()
    {
        using var content = new MultipartFormDataContent { { new ByteArrayContent([1]), "a", "größe.png" } };
        StringAssert.Contains(await content.ReadAsStringAsync(), "filename*=");
    }

    private static ReadOnlyMemory<byte> Memory(byte[] bytes) => bytes;

    private static IReadOnlyList<StrictPart> Read(HttpBody body) => StrictMultipart.Read(body.ContentType, body.Bytes!.Value.Span);

    private static string Said(HttpBody body) => string.Join("|", Read(body));

    private static string Refused(Func<object> act)
    {
        var error = Assert.ThrowsExactly<ToolException>(() => { act(); });
        return $"{error.Code} {error.Pointer}";
    }

    [TestMethod]
    public void Bytes_that_are_no_text_are_not_signed_as_one() =>
        Assert.AreEqual("internal", Assert.ThrowsExactly<ToolException>(static () => HttpBody.Raw(new byte[] { 0xff }).ToText()).Code);
}
